#!/bin/sh
# One call to Vidnova as a partner: signs in with the partner's key (private_key_jwt), binds the
# token to that key and proves it (DPoP). To read and to take apart; needs curl, openssl and a shell.
#
#   VIDNOVA_CLIENT=oschadbank VIDNOVA_KEY=oschadbank.pem VIDNOVA_REALM=https://…/realms/vidnova \
#     ./partner.sh GET 'https://…/api/payments/v1/batches?state=READY' [more of curl's arguments]
set -eu

: "${VIDNOVA_CLIENT:?the client id that you were given}"
: "${VIDNOVA_KEY:?the file with your RSA private key (PEM)}"
: "${VIDNOVA_REALM:?the realm, such as http://localhost:8090/realms/vidnova}"
method=$1 url=$2
shift 2

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
sha256() { openssl dgst -sha256 -binary | base64url; }
now() { date +%s; }
unique() { openssl rand -hex 16; }

# The public key as RFC 7517 has it, its members in the order that RFC 7638 wants.
modulus=$(openssl rsa -in "$VIDNOVA_KEY" -noout -modulus | sed 's/^Modulus=//')
key=$(printf '{"e":"AQAB","kty":"RSA","n":"%s"}' \
  "$(printf '%s' "$modulus" | sed 's/../\\x&/g' | xargs -0 printf '%b' | base64url)")
key_id=$(printf '%s' "$key" | sha256)

sign() { # header, claims
  text=$(printf '%s' "$1" | base64url).$(printf '%s' "$2" | base64url)
  printf '%s.%s' "$text" "$(printf '%s' "$text" \
    | openssl dgst -sha256 -sign "$VIDNOVA_KEY" -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 \
    | base64url)"
}

proof() { # method, address without query, further claims
  sign "{\"alg\":\"PS256\",\"typ\":\"dpop+jwt\",\"jwk\":$key}" \
    "{\"htm\":\"$1\",\"htu\":\"$2\",\"iat\":$(now),\"jti\":\"$(unique)\"${3:-}}"
}

assertion=$(sign "{\"alg\":\"PS256\",\"typ\":\"JWT\",\"kid\":\"$key_id\"}" \
  "{\"iss\":\"$VIDNOVA_CLIENT\",\"sub\":\"$VIDNOVA_CLIENT\",\"aud\":\"$VIDNOVA_REALM\",\"jti\":\"$(unique)\",\
\"iat\":$(now),\"exp\":$(($(now) + 60))}")

endpoint=$VIDNOVA_REALM/protocol/openid-connect/token
token=$(curl -sS --fail-with-body "$endpoint" \
  -H "DPoP: $(proof POST "$endpoint")" \
  -d grant_type=client_credentials \
  -d "client_id=$VIDNOVA_CLIENT" \
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  -d "client_assertion=$assertion" \
  | sed 's/.*"access_token":"\([^"]*\)".*/\1/')

exec curl -sS -X "$method" "$url" \
  -H "Authorization: DPoP $token" \
  -H "DPoP: $(proof "$method" "${url%%\?*}" ",\"ath\":\"$(printf '%s' "$token" | sha256)\"")" \
  "$@"
