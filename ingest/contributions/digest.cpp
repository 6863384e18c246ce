#include "ingest/contributions/digest.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <array>

namespace raquette::ingest {

std::string digestOf(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw model::Error("A digest cannot be made: OpenSSL has no SHA-256 here.");
    std::string hex;
    for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
    return hex;
}

}  // namespace raquette::ingest
