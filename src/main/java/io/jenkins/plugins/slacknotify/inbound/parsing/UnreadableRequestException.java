package io.jenkins.plugins.slacknotify.inbound.parsing;

/** Thrown for what is no request of Slack's form. The message is a sentence that quotes nothing of the request. */
public final class UnreadableRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableRequestException(String sentence) {
        super(sentence);
    }
}
