package io.jenkins.plugins.slacknotify.people.account;

import java.time.Instant;

/** The result of {@link VerificationCodes#issue}: a code, or a refusal for the moment. */
public sealed interface IssuedCode {

    /**
     * A code to send.
     *
     * @param digits the eight digits of the code; {@link #toString} hides them
     * @param expiresAt the first moment at which the code is not valid any more
     */
    record Code(String digits, Instant expiresAt) implements IssuedCode {
        @Override
        public String toString() {
            return "Code[********, until " + expiresAt + "]";
        }
    }

    /**
     * No code, as there were too many within an hour: for this account, for this claim, or in all.
     *
     * @param again the first moment at which another request can succeed
     */
    record TooSoon(Instant again) implements IssuedCode {}
}
