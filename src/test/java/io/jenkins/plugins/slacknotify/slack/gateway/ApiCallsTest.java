package io.jenkins.plugins.slacknotify.slack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.inbound.request.Ability;
import io.jenkins.plugins.slacknotify.manifest.Scope;
import io.jenkins.plugins.slacknotify.manifest.ScopeNeeds;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiCallsTest {
    private static final OutgoingMessage MESSAGE = OutgoingMessage.of("C1", "Hello", "d1");

    /** Whoever asks is looked up, and gets an answer. */
    @ParameterizedTest
    @EnumSource
    void shouldAnswerByCallsWhoseScopesCountAsNeeded(Ability ability) {
        var needs = new ScopeNeeds(false, false, Set.of(ability));

        assertThat(Stream.of(
                                ApiCalls.userById("U1"),
                                ApiCalls.bot("B1", null),
                                ApiCalls.post(MESSAGE),
                                ApiCalls.postEphemeral(MESSAGE, "U1"),
                                ApiCalls.identify())
                        .flatMap(call -> call.scopes().stream()))
                .allSatisfy(id -> assertThat(needs.of(scope(id))).isEqualTo(ScopeNeeds.Need.NEEDED));
    }

    @Test
    void shouldFindPeopleForDirectMessagesByCallsWhoseScopesCountAsNeeded() {
        var needs = new ScopeNeeds(false, true, Set.of());

        assertThat(Stream.of(ApiCalls.userById("U1"), ApiCalls.userByEmail("a@example.org"), ApiCalls.post(MESSAGE))
                        .flatMap(call -> call.scopes().stream()))
                .allSatisfy(id -> assertThat(needs.of(scope(id))).isEqualTo(ScopeNeeds.Need.NEEDED));
    }

    private static Scope scope(String id) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
