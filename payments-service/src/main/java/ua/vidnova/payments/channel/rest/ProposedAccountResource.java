package ua.vidnova.payments.channel.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.payments.channel.ProposedAccounts;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Which residents' accounts wait for another person. */
@Path("v1/payment-preferences/proposed")
@Tag(name = "Payment preferences", description = "The resident's own word, before the registry's")
public class ProposedAccountResource {

  private final ProposedAccounts accounts;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  ProposedAccountResource(ProposedAccounts accounts, CoveredSettlements covered, AuditTrail audit) {
    this.accounts = accounts;
    this.covered = covered;
    this.audit = audit;
  }

  @GET
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Lists residents whose accounts wait for another person, without accounts")
  public Page<ProposedAccounts.Waiting> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            accounts.list(covered.ofCaller(), page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.residentId().toString());
    audit.readAll(
        "payment-preference",
        found.items().stream().map(ProposedAccounts.Waiting::residentId).toList());
    return found;
  }
}
