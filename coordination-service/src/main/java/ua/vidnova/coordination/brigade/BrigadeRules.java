package ua.vidnova.coordination.brigade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ua.vidnova.contracts.reference.Territories;

/** What may be said of a brigade and of those who are on a trip. */
public final class BrigadeRules {

  /** More than fit into the vehicles of one trip. */
  public static final int MEMBERS_MAX = 30;

  private static final Pattern NAME = Pattern.compile("[А-ЯҐЄІЇA-Z0-9«№][^\\p{Cntrl}]{1,199}");
  private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,254}");
  private static final Pattern ORGANISATION = Pattern.compile("\\S[^\\p{Cntrl}]{0,198}\\S");

  private BrigadeRules() {}

  /** What is wrong with a description; empty when nothing is. */
  public static List<Fault> faultsOf(Brigade.Description told) {
    var faults = new ArrayList<Fault>();
    if (!NAME.matcher(told.name()).matches()) {
      faults.add(new Fault("name", "malformed"));
    }
    if (Territories.ukraine().find(told.territory()).isEmpty()) {
      faults.add(new Fault("territory", "unknown-territory"));
    }
    faults.addAll(faultsOf(told.members()));
    return faults;
  }

  /** What is wrong with a list of members. */
  public static List<Fault> faultsOf(List<Member> members) {
    var faults = new ArrayList<Fault>();
    if (members.isEmpty() || members.size() > MEMBERS_MAX) {
      faults.add(new Fault("members", "size"));
      return faults;
    }
    var seen = new HashSet<String>();
    for (var i = 0; i < members.size(); i++) {
      var member = members.get(i);
      var at = "members[" + i + "].";
      if (!USER.matcher(member.user()).matches()) {
        faults.add(new Fault(at + "user", "malformed"));
      } else if (!seen.add(member.user())) {
        faults.add(new Fault(at + "user", "repeated"));
      }
      faultOfOrganisation(member, at).ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<Fault> faultOfOrganisation(Member member, String at) {
    var organisation = member.organisation();
    if (member.role() == MemberRole.SPECIALIST) {
      return organisation == null
          ? fault(at, "required")
          : ORGANISATION.matcher(organisation).matches()
              ? Optional.empty()
              : fault(at, "malformed");
    }
    return organisation == null ? Optional.empty() : fault(at, "only-with-specialist");
  }

  private static Optional<Fault> fault(String at, String code) {
    return Optional.of(new Fault(at + "organisation", code));
  }
}
