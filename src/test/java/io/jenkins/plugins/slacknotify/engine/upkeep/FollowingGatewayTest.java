package io.jenkins.plugins.slacknotify.engine.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.engine.notification.BotScope;
import io.jenkins.plugins.slacknotify.slack.api.BotToken;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.gateway.SlackGateway;
import io.jenkins.plugins.slacknotify.slack.model.MessageLocation;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingFile;
import io.jenkins.plugins.slacknotify.slack.model.OutgoingMessage;
import io.jenkins.plugins.slacknotify.slack.model.SearchRange;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FollowingGatewayTest {
    private static final String OLD = "C0OLD00001";
    private static final String NEW = "C0NEW00001";

    /** Those whose text is no id of a channel. */
    private static final Set<String> WITHOUT_CHANNEL = Set.of(
            "channelId",
            "userByEmail",
            "userById",
            "profile",
            "directMessage",
            "upload",
            "identify",
            "appOfBot",
            "close");

    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            SlackConnection.class,
            SlackConnection.toSlack(BotToken.of("xoxb-1")),
            OutgoingMessage.class,
            OutgoingMessage.of(OLD, "hello", "id"),
            MessageLocation.class,
            new MessageLocation(OLD, "1.0"),
            SearchRange.class,
            new SearchRange(OLD, null, Instant.EPOCH, Instant.EPOCH),
            String.class,
            OLD,
            Set.class,
            Set.of("U1"));

    static Stream<Method> calls() {
        return Arrays.stream(SlackGateway.class.getMethods());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void shouldFollowTheChannelInEachCall(Method call) throws ReflectiveOperationException {
        List<Object> passedOn = new ArrayList<>();
        ReportedChanges changes = ReportedChanges.inMemory();
        changes.move(BotScope.ALL, OLD, NEW);
        SlackGateway slack = (SlackGateway) Proxy.newProxyInstance(
                SlackGateway.class.getClassLoader(), new Class<?>[] {SlackGateway.class}, (proxy, method, args) -> {
                    passedOn.add(method.getName());
                    passedOn.addAll(args == null ? List.of() : Arrays.asList(args));
                    return null;
                });

        call.invoke(
                new FollowingGateway(slack, changes),
                Arrays.stream(call.getParameterTypes())
                        .map(type -> type == OutgoingFile.class ? null : ARGUMENTS.get(type))
                        .toArray());

        assertThat(passedOn.get(0)).isEqualTo(call.getName());
        String channels = String.valueOf(passedOn.stream()
                .filter(it -> it instanceof OutgoingMessage
                        || it instanceof MessageLocation
                        || it instanceof SearchRange
                        || Set.of("join", "reaches", "membersAmong").contains(call.getName()))
                .toList());
        if (WITHOUT_CHANNEL.contains(call.getName())) {
            assertThat(channels).doesNotContain(NEW);
        } else {
            assertThat(channels).contains(NEW);
        }
        assertThat(channels).doesNotContain(OLD);
    }
}
