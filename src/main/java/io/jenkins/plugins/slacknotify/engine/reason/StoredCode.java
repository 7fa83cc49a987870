package io.jenkins.plugins.slacknotify.engine.reason;

/**
 * The format of reasons on disk: {@code slack:ERROR}, {@code job:ERROR} where a job has named the refused channel, or one of the names
 * below. Codes may be added; what stands on disks is never changed.
 */
final class StoredCode {
    static final String NO_TOKEN = "no_token";
    static final String OTHER_VERSION = "other_version";

    private static final String REFUSED = "slack:";
    private static final String NAMED_BY_JOB = "job:";

    private StoredCode() {}

    static String ofRefusal(String error, boolean namedByJob) {
        return (namedByJob ? NAMED_BY_JOB : REFUSED) + error;
    }

    static HoldReason read(String code) {
        if (code.startsWith(REFUSED)) {
            return new HoldReason.Refused(code.substring(REFUSED.length()), false);
        }
        if (code.startsWith(NAMED_BY_JOB)) {
            return new HoldReason.Refused(code.substring(NAMED_BY_JOB.length()), true);
        }
        return switch (code) {
            case NO_TOKEN -> new HoldReason.NoToken();
            case OTHER_VERSION -> new HoldReason.OtherVersion();
            default -> new HoldReason.Unknown(code);
        };
    }
}
