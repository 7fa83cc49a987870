package io.jenkins.plugins.slacknotify.interaction.press;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.AccountAnswers;
import io.jenkins.plugins.slacknotify.interaction.account.MemberAccount;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PressAnswersTest {
    private static final String WHY = "*Job/Cancel* on *shop/deploy* is missing";
    private static final MemberAccount.HelpLink SIGN_IN =
            new MemberAccount.HelpLink("Sign in to Jenkins", "https://ci.example.org/login");
    private static final Instant SINCE = Instant.parse("2026-03-03T10:00:00Z");

    @Test
    void shouldSayWhatIsMissingAndAsWhomAndSinceWhen() {
        Answer answer = PressAnswers.refuse(WHY, new MemberAccount.Linked("anna", "Anna", SINCE, SIGN_IN), false);

        assertThat(answer.text())
                .isEqualTo("You may not: *Job/Cancel* on *shop/deploy* is missing. You are *Anna* (`anna`) in Jenkins,"
                        + " with the groups of your last sign-in on 3 March 2026. If they have changed since, sign in to"
                        + " Jenkins once and press again.");
        assertThat(answer.blocks()).contains("Sign in to Jenkins", "https://ci.example.org/login");
    }

    /** Somebody may link an account after a sign-in that nobody has noted. */
    @Test
    void shouldNameNoDayOfASignInThatNobodyHasSeen() {
        MemberAccount.Linked unseen = new MemberAccount.Linked("anna", "Anna", Instant.EPOCH);

        assertThat(PressAnswers.refuse(WHY, unseen, false).text())
                .endsWith(
                        "with the groups of your last sign-in. If they have changed since, sign in to Jenkins once and press again.");
        assertThat(AccountAnswers.introduction(unseen))
                .isEqualTo(
                        "You are *anna* (Anna) in Jenkins. Your groups are those of your last sign-in. Jenkins does not know"
                                + " when that was: Slack Notify has seen none yet.");
    }

    @Test
    void shouldOfferASignInOnlyWhereItHelps() {
        MemberAccount.Linked asked = new MemberAccount.Linked("anna", "Anna", null, SIGN_IN);

        assertThat(PressAnswers.refuse(WHY, asked, false).blocks()).isNull();
        assertThat(PressAnswers.refuse(WHY, asked, true).blocks()).contains("https://ci.example.org/login");
        assertThat(PressAnswers.refuse(WHY, new MemberAccount.Linked("anna", "Anna", SINCE), true)
                        .blocks())
                .as("an address that is not known")
                .isNull();
    }
}
