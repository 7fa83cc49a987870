package io.jenkins.plugins.slacknotify.interaction.press;

import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sentences that are alike for all buttons. */
public final class PressAnswers {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private PressAnswers() {}

    /** Says that the build cannot be found: what one may not read does not exist. */
    public static String missing(ButtonTarget target) {
        return "Nothing was done: " + name(target)
                + " is not there any more, or you may not see it. Its job may have been renamed or deleted, or the build"
                + " removed. Look for it in Jenkins.";
    }

    static ActResult unreadable() {
        return ActResult.say("Nothing was done: this button does not say which build it is about."
                + " Another version of the plugin may have made it. Use the build's page in Jenkins.");
    }

    /** Says that nobody can be asked for permissions at this moment. */
    public static ActResult unavailable() {
        return ActResult.say("Nothing was done: Jenkins cannot find out at the moment what you may do."
                + " Press again in a minute; its log says why.");
    }

    /**
     * Says why the member may not.
     *
     * @param why what is missing, as mrkdwn that can follow "You may not:"
     */
    public static String refusal(String why, MemberAccount.Linked member) {
        Instant groups = member.groupsAsOf();
        String account = "You are *" + Mrkdwn.line(member.name()) + "* (" + Mrkdwn.quoted(member.id()) + ") in Jenkins";
        String asOf = groups == null
                ? "."
                : ", with the groups of your last sign-in"
                        + (groups.equals(Instant.EPOCH) ? "" : " on " + DAY.format(groups))
                        + ". If they have changed since, sign in to Jenkins once and press again.";
        return "You may not: " + why + ". " + account + asOf;
    }

    /**
     * Says why the member may not, with the button that may help: where the groups of the account are those of a sign-in, or the
     * sign-in itself is too old.
     *
     * @param why as for {@link #refusal}
     * @param bySignIn whether another sign-in is what is missing
     */
    public static Answer refuse(String why, MemberAccount.Linked member, boolean bySignIn) {
        String sentence = refusal(why, member);
        MemberAccount.HelpLink help = bySignIn || member.groupsAsOf() != null ? member.signIn() : null;
        return AccountAnswers.withHelp(sentence, help);
    }

    /** Names a build, as mrkdwn. */
    public static String name(ButtonTarget target) {
        return Mrkdwn.bold(target.build().toString());
    }
}
