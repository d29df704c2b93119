package ua.vidnova.payments.ledger.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.ledger.LedgerReader;
import ua.vidnova.payments.ledger.LedgerReader.Account;
import ua.vidnova.payments.ledger.LedgerReader.Entry;
import ua.vidnova.payments.ledger.VerifyLedger;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Reading the ledger and proving it; accounts of awards within the caller's territories only. */
@Path("v1/ledger")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Ledger", description = "Every kopiyka: accounts, entries, and proof that they agree")
public class LedgerResource {

  private final LedgerReader reader;
  private final VerifyLedger verify;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  LedgerResource(
      LedgerReader reader, VerifyLedger verify, CoveredSettlements covered, AuditTrail audit) {
    this.reader = reader;
    this.verify = verify;
    this.covered = covered;
    this.audit = audit;
  }

  /** An account with its balance. */
  @Schema(name = "LedgerAccount")
  public record AccountView(
      @JsonUnwrapped Account account,
      @Schema(examples = "346025", description = "Credits less debits, kopiykas") long balanceMinor,
      String currency) {}

  @GET
  @Path("verification")
  @RolesAllowed(Roles.AUDITOR)
  @Operation(
      summary = "Proves that the books agree, or names the first break",
      description =
          "Balances against units and instructions, one live instruction a unit, no month paid"
              + " twice, batches and runs that add up; all in one snapshot.")
  public VerifyLedger.Verification verification() {
    return verify.verify();
  }

  @GET
  @Path("accounts")
  @Operation(
      summary = "Lists the accounts of programmes and partners; an award's id is its account")
  public Page<AccountView> accounts() {
    var balances = reader.balancesOfShared();
    return new Page<>(reader.listShared(), null)
        .map(account -> view(account, balances.getOrDefault(account.id(), 0L)));
  }

  @GET
  @Path("accounts/{id}")
  @Transactional
  @Operation(summary = "Shows an account with its balance")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response account(@PathParam("id") UUID id) {
    return find(id)
        .map(account -> Response.ok(view(account)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("accounts/{id}/entries")
  @Transactional
  @Operation(summary = "Lists the entries of an account, latest first")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response entries(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    return find(id)
        .map(account -> reader.listBefore(account, page.afterId(), page.limit() + 1))
        .map(entries -> Page.of(entries, page.limit(), (Entry entry) -> entry.id().toString()))
        .map(entries -> Response.ok(entries).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  private Optional<Account> find(UUID id) {
    var found = reader.find(id, covered.ofCaller());
    found
        .filter(account -> account.residentId() != null)
        .ifPresent(account -> audit.read("ledger-account", id, account.residentId()));
    return found;
  }

  private AccountView view(Account account) {
    return view(
        account,
        account.kind() == LedgerReader.Kind.AWARD
            ? reader.balanceOfAward(account.id())
            : reader.balancesOfShared().getOrDefault(account.id(), 0L));
  }

  private static AccountView view(Account account, long balanceMinor) {
    return new AccountView(account, balanceMinor, "UAH");
  }
}
