package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import ua.vidnova.localstack.demo.PartnerFile.Payment;

class PartnerFileTest {
  private static final Payment PAYMENT =
      new Payment("019aa7d0-8900-7076-8187-ac6c2e8f5a04", "1873412342", "2026-11");

  @Test
  void reads_the_delivery_list_of_the_post() {
    String csv =
        """
        "line","instructionId","familyName","givenName","patronymic","rnokpp","phone","settlement",\
        "settlementName","month","amount","currency","payFrom","payTo"
        "1","019aa7d0-8900-7076-8187-ac6c2e8f5a04","Вигаданенко","Ганна","","1873412342","",\
        "UA44160030010058180","Новоайдар, центр","2026-11","3460.25","UAH","2026-11-22","2026-11-25"
        """;

    assertThat(PartnerFile.ofDeliveryList(csv)).containsExactly(PAYMENT);
  }

  @Test
  void reads_the_credit_transfers_of_a_bank() {
    String xml =
        """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn><PmtInf>
        <CdtTrfTxInf><PmtId><EndToEndId>019aa7d0890070768187ac6c2e8f5a04</EndToEndId></PmtId>
        <Cdtr><Id><PrvtId><Othr><Id>1873412342</Id></Othr></PrvtId></Id></Cdtr>
        <RmtInf><Ustrd>Пенсія за 2026-11</Ustrd></RmtInf></CdtTrfTxInf>
        </PmtInf></CstmrCdtTrfInitn></Document>
        """;

    assertThat(PartnerFile.ofCreditTransfers(xml.getBytes(UTF_8))).containsExactly(PAYMENT);
  }

  @Test
  void follows_no_reference_out_of_a_file() {
    String xml = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Document>&e;</Document>";

    assertThatThrownBy(() -> PartnerFile.ofCreditTransfers(xml.getBytes(UTF_8)))
        .isInstanceOf(StepFailed.class);
  }
}
