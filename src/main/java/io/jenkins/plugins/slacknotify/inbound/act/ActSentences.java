package io.jenkins.plugins.slacknotify.inbound.act;

/** The sentences that people read in Slack about acts that were not done, whatever they asked for. */
final class ActSentences {
    static final String INTERNAL_ERROR = "Jenkins could not do this because of an internal error, which is in its log."
            + " Look in Jenkins whether anything of it was done, and ask an administrator.";

    static final String TOO_OLD = "Jenkins was not able to do this within a day, so it has not been done. Ask again if"
            + " you still want it.";

    static final String NOT_KNOWN =
            "Jenkins was interrupted while it did this, and could not find out within a day whether it"
                    + " was done. Look there before you ask again.";

    private ActSentences() {}
}
