#include "gis/report/policy.h"

#include "gis/model/error.h"

#include <openssl/evp.h>
#include <array>

namespace raquette::report {

namespace {

/// `'sha256-…'`, as a policy names a text.
std::string named(std::string_view text) {
    constexpr std::size_t digestSize = 32;
    constexpr std::size_t base64Size = 44;
    std::array<unsigned char, digestSize> digest{};
    std::array<unsigned char, base64Size + 1> base64{};
    if (EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw model::Error("A page cannot name its scripts: OpenSSL has no SHA-256 here.");
    EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(digest.size()));
    return " 'sha256-" + std::string(base64.begin(), base64.end() - 1) + "'";
}

std::string allowed(std::string_view directive, const std::vector<std::string_view>& texts) {
    std::string out = "; " + std::string(directive);
    if (texts.empty()) return out + " 'none'";
    for (const std::string_view text : texts) out += named(text);
    return out;
}

}  // namespace

std::string contentPolicy(const std::vector<std::string_view>& scripts, const std::vector<std::string_view>& styles) {
    return "default-src 'none'" + allowed("script-src", scripts) + allowed("style-src", styles) +
           "; img-src data:; base-uri 'none'; form-action 'none'";
}

}  // namespace raquette::report
