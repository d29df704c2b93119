package ua.vidnova.chassis.exchange;

/**
 * What the security server of the state's data exchange says of a call. The identifier of the
 * person ({@code Uxp-Subject-Id}) is not part of it: the trail holds no personal data.
 *
 * @param client who asks: {@code instance/class/member/subsystem}, the member being a ЄДРПОУ
 * @param service what is asked: {@code instance/class/member/subsystem/service/version}
 * @param queryId the exchange's id of the call
 * @param purposeIds for what, as the exchange's monitoring of personal data names purposes
 */
public record Exchange(String client, String service, String queryId, String purposeIds) {}
