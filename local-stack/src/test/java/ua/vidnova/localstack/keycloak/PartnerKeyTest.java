package ua.vidnova.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ua.vidnova.localstack.process.Secrets;

class PartnerKeyTest {
  @Test
  void a_home_keeps_the_keys_of_its_partners_and_only_its_owner_reads_them(@TempDir Path home)
      throws Exception {
    Secrets secrets = new Secrets(home.resolve("secrets"));

    PartnerKey key = PartnerKey.of("oschadbank", secrets);

    assertThat(PartnerKey.of("oschadbank", secrets).thumbprint()).isEqualTo(key.thumbprint());
    assertThat(PartnerKey.of("ukrposhta", secrets).thumbprint()).isNotEqualTo(key.thumbprint());
    Path file = PartnerKey.file("oschadbank", secrets);
    assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void what_is_registered_verifies_what_is_signed_and_cannot_sign() throws Exception {
    PartnerKey key = PartnerKey.generate();
    var registered = new JsonWebKeySet(key.jwks()).getJsonWebKeys().getFirst();
    assertThat(key.jwks()).doesNotContain("\"d\"", "\"p\"", "\"q\"");

    JsonWebSignature signed = new JsonWebSignature();
    signed.setCompactSerialization(key.assertion("oschadbank", "https://realm.example"));
    signed.setKey(registered.getKey());

    assertThat(signed.verifySignature()).isTrue();
    assertThat(signed.getKeyIdHeaderValue()).isEqualTo(registered.getKeyId());
    assertThat(JsonUtil.parseJson(signed.getPayload()))
        .containsEntry("iss", "oschadbank")
        .containsEntry("sub", "oschadbank")
        .containsEntry("aud", "https://realm.example");
  }

  @Test
  void a_proof_names_the_address_without_its_query_and_the_tokens_hash() {
    // RFC 9449, section 4.3: the hash of this token is given there.
    DpopProof proof =
        DpopProof.of("GET", "https://vidnova.example/api/x?limit=1#y")
            .with("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU");

    assertThat(proof.claims())
        .containsEntry("htm", "GET")
        .containsEntry("htu", "https://vidnova.example/api/x")
        .containsEntry("ath", "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
  }
}
