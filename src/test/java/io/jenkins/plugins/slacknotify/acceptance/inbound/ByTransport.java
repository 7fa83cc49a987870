package io.jenkins.plugins.slacknotify.acceptance.inbound;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test whose one parameter says whether Slack's requests come by Socket Mode. Both transports end at one gate, so it runs by
 * Socket Mode alone, and by HTTP too where {@code -Dslack-notify.transports=all} asks for it, as before a release.
 */
@ParameterizedTest(name = "by socket: {0}")
@ArgumentsSource(ByTransport.Transports.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ByTransport {
    String PROPERTY = "slack-notify.transports";

    String ALL = "all";

    /** Those to test. */
    final class Transports implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            return ALL.equals(System.getProperty(PROPERTY))
                    ? Stream.of(Arguments.of(false), Arguments.of(true))
                    : Stream.of(Arguments.of(true));
        }
    }
}
