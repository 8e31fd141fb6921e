package io.cupel.app.contracts.web;

import io.cupel.app.contracts.Signature;
import io.cupel.app.contracts.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as the API shows it, without its content.
 *
 * @param standing such as {@code in force}
 * @param draft number of the draft it was proposed from; null for the contract of the first start
 */
record VersionView(
        int number,
        String name,
        String hash,
        String standing,
        boolean signed,
        List<SignatureView> signatures,
        @Nullable Long draft,
        Instant proposed,
        @Nullable Instant activeFrom,
        @Nullable Instant supersededFrom) {
    /** Who signed for which side. */
    record SignatureView(String side, long person, String name, Instant at) {
        static SignatureView of(Signature signature, Map<Long, String> names) {
            return new SignatureView(
                    signature.side().written(),
                    signature.person(),
                    names.getOrDefault(signature.person(), ""),
                    signature.at());
        }
    }

    static VersionView of(Version version, Instant now, Map<Long, String> names) {
        return new VersionView(
                version.number(),
                version.name(),
                version.hash(),
                version.life().at(now).written(),
                version.life().isSigned(),
                version.life().signatures().stream()
                        .map(signature -> SignatureView.of(signature, names))
                        .toList(),
                version.draft(),
                version.proposed(),
                version.life().activeFrom(),
                version.life().supersededFrom());
    }
}
