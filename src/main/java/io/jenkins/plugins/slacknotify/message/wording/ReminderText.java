package io.jenkins.plugins.slacknotify.message.wording;

import java.util.List;
import java.util.stream.Collectors;

/** The text before the headline of a question of which people are reminded. */
public final class ReminderText {
    private static final int MENTIONS = 20;

    private ReminderText() {}

    /**
     * Returns the text of a reminder as mrkdwn.
     *
     * @param members the ids of those who are reminded; possibly none
     */
    public static String of(List<String> members) {
        String mentions = members.stream()
                .distinct()
                .limit(MENTIONS)
                .map(member -> "<@" + member + ">")
                .collect(Collectors.joining(" "));
        return mentions.isEmpty() ? Phrase.REMINDER.format() : Phrase.REMINDER_FOR.format(mentions);
    }
}
