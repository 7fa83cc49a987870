package io.jenkins.plugins.slacknotify.interaction;

import static io.jenkins.plugins.slacknotify.interaction.OnlyAttempt.act;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.Decision;
import io.jenkins.plugins.slacknotify.inbound.Requests;
import io.jenkins.plugins.slacknotify.inbound.act.ActChoice;
import io.jenkins.plugins.slacknotify.inbound.act.ActResult;
import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.inbound.request.RequestKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InteractionDispatcherTest {
    private final List<String> acts = new ArrayList<>();
    private final InteractionDispatcher dispatcher = new InteractionDispatcher(
            List.of(new Only(RequestKind.SLASH_COMMAND, "first"), new Only(RequestKind.SLASH_COMMAND, "second")));

    @Test
    void shouldAskTheFirstInteractionThatAccepts() {
        assertThat(act(dispatcher, Requests.command("Ev1"))).isEqualTo(ActResult.silent());

        assertThat(acts).containsExactly("first");
    }

    @Test
    void shouldAnswerAButtonThatNobodyKnows() {
        InboundRequest press = Requests.press("Ev2", "slack-notify.from-another-version");

        assertThat(dispatcher.receive(press)).isEqualTo(Decision.byKind(press));
        assertThat(act(dispatcher, press))
                .isInstanceOfSatisfying(
                        ActResult.Done.class,
                        done -> assertThat(done.answer())
                                .map(Answer::text)
                                .hasValueSatisfying(text -> assertThat(text).contains("Nothing was done")));
        assertThat(acts).isEmpty();
    }

    @Test
    void shouldKeepNothingThatNobodyWaitsFor() {
        assertThat(dispatcher.receive(Requests.uninstalled("Ev3")).followUp()).isEqualTo(Decision.FollowUp.NOTHING);
    }

    private final class Only implements Interaction {
        private final RequestKind kind;
        private final String name;

        Only(RequestKind kind, String name) {
            this.kind = kind;
            this.name = name;
        }

        @Override
        public boolean accepts(InboundRequest request) {
            return request.kind() == kind;
        }

        @Override
        public ActResult act(InboundRequest request, ActChoice choice) {
            acts.add(name);
            return ActResult.silent();
        }
    }
}
