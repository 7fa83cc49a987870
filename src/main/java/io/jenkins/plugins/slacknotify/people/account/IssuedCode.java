package io.jenkins.plugins.slacknotify.people.account;

import java.time.Instant;

/** What {@link VerificationCodes#issue} gives. */
public sealed interface IssuedCode {

    /**
     * A code to be sent.
     *
     * @param digits eight; {@link #toString} hides them
     * @param expiresAt the first moment at which it is not good any more
     */
    record Code(String digits, Instant expiresAt) implements IssuedCode {
        @Override
        public String toString() {
            return "Code[********, until " + expiresAt + "]";
        }
    }

    /**
     * There were too many codes within an hour, for this account, towards this claim, or in all.
     *
     * @param again the first moment at which to ask again
     */
    record TooSoon(Instant again) implements IssuedCode {}
}
