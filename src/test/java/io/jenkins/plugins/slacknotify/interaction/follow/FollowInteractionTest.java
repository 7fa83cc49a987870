package io.jenkins.plugins.slacknotify.interaction.follow;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Payloads;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.interaction.account.FakeMemberAccounts;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.press.Presses;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowInteractionTest {
    private final List<String> asked = new ArrayList<>();
    private FollowControl.Result result = FollowControl.Result.UNFOLLOWED;
    private final FollowInteraction follows = new FollowInteraction(
            new FakeMemberAccounts().link(Payloads.ANNA, "anna"), Presses.SEAL, new FollowControl() {
                @Override
                public Optional<Result> refusal(String account, ButtonTarget build) {
                    return Optional.of(result).filter(it -> it != Result.UNFOLLOWED);
                }

                @Override
                public Result follow(ActTrace trace, ButtonTarget build) {
                    asked.add(trace.origin().account() + " follows");
                    return Result.FOLLOWED;
                }

                @Override
                public Result unfollow(ActTrace trace, ButtonTarget build) {
                    asked.add(trace.origin().account() + " unfollows");
                    return result;
                }
            });

    private String press(ButtonAction action) {
        return press(action, Presses.SEAL.value(action, Presses.BUILD).orElseThrow());
    }

    private String press(ButtonAction action, String value) {
        Answer answer = ((ActResult.Done) act(follows, Presses.press("r1", Payloads.ANNA, action, value)))
                .answer()
                .orElseThrow();
        return answer.text();
    }

    @Test
    void shouldFollowAndEndThat() {
        assertThat(press(ButtonAction.FOLLOW)).contains("shows how far it is");
        assertThat(press(ButtonAction.UNFOLLOW)).contains("does not show any more how far it is");
        assertThat(asked).containsExactly("anna follows", "anna unfollows");
    }

    @Test
    void shouldNotAskWhetherAPressWasMeantThatComesTooLate() {
        String value = Presses.BUILD.value().orElseThrow();
        assertThat(press(ButtonAction.FOLLOW, value)).startsWith("Nothing was done yet.");

        result = FollowControl.Result.OVER;
        assertThat(press(ButtonAction.FOLLOW, value)).contains("has ended already");
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldSayWhyNothingWasDone() {
        result = FollowControl.Result.OVER;
        assertThat(press(ButtonAction.UNFOLLOW)).contains("has ended already");
        result = FollowControl.Result.NO_SUCH_BUILD;
        assertThat(press(ButtonAction.UNFOLLOW)).contains("is not there any more, or you may not see it");
    }
}
