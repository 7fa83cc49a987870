package io.jenkins.plugins.slacknotify.subscription;

/** Why a subscription rests. The names are those in the file. */
public enum RestingReason {
    /** The author may not read the job any more. */
    MAY_NOT_READ("its author may not read the job any more"),
    /** The author's account is not linked with the member of Slack any more, or may not sign in any more. */
    NOT_LINKED("its author has no linked account in Jenkins any more"),
    /** The author's groups are those of a sign-in that is too long ago to count. */
    SIGN_IN_TOO_OLD("its author has to sign in to Jenkins once, as Jenkins learns somebody's groups from that alone");

    private final String sentence;

    RestingReason(String sentence) {
        this.sentence = sentence;
    }

    /** Returns the reason for people, as the second half of a sentence. */
    public String sentence() {
        return sentence;
    }
}
