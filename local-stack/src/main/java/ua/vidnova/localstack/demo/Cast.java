package ua.vidnova.localstack.demo;

import java.util.List;

/**
 * The people whom the demo follows. Their awards differ in what the law makes of them.
 *
 * @param atHome is paid by the post; the authority was at fault
 * @param withAccount is paid by the bank; waited longer than the limit of arrears reaches back
 * @param dying is to be paid by the post and dies before
 * @param undeclared has not declared that there is no Russian pension
 */
record Cast(AwardLine atHome, AwardLine withAccount, AwardLine dying, AwardLine undeclared) {

  List<AwardLine> all() {
    return List.of(atHome, withAccount, dying, undeclared);
  }
}
