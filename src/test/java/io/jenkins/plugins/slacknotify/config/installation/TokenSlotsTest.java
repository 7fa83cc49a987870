package io.jenkins.plugins.slacknotify.config.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.config.form.StoredElements;
import io.jenkins.plugins.slacknotify.config.rules.ChannelLimitConfig;
import io.jenkins.plugins.slacknotify.config.rules.DestinationConfig;
import io.jenkins.plugins.slacknotify.config.rules.RuleConfig;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import io.jenkins.plugins.slacknotify.config.rules.TemplateConfig;
import io.jenkins.plugins.slacknotify.config.rules.WordingConfig;
import io.jenkins.plugins.slacknotify.config.rules.WorkspaceConfig;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenSlotsTest {
    private final SystemRouting old = new SystemRouting();
    private final WorkspaceConfig partner = new WorkspaceConfig("partner", "old-bot");
    private final WorkspaceConfig other = new WorkspaceConfig("other", "other-bot");

    @BeforeEach
    void fill() {
        partner.setTeamId("T0123456789");
        ChannelLimitConfig limit = new ChannelLimitConfig();
        limit.setJobs(List.of("teams/a/**"));
        limit.setChannels(List.of("#a"));
        old.setWorkspaces(List.of(partner, other));
        old.setDestinations(List.of(new DestinationConfig("ops", "#ops")));
        old.setTemplates(List.of(new TemplateConfig("short", List.of(new WordingConfig("Done")))));
        old.setRules(List.of(new RuleConfig()));
        old.setChannelLimits(List.of(limit));
    }

    @Test
    void shouldAddAWorkspaceAndKeepAllElse() {
        SystemRouting changed = TokenSlots.with(old, new TokenSlot(TokenSlot.NEW, "", null), "new-bot", " grid ", "T9");

        assertThat(changed.getWorkspaces())
                .hasSize(3)
                .startsWith(partner, other)
                .last()
                .satisfies(added -> {
                    assertThat(added.getName()).isEqualTo("grid");
                    assertThat(added.getCredentialsId()).isEqualTo("new-bot");
                });
        assertAllElse(changed);
    }

    @Test
    void shouldRenewTheTokenOfAWorkspaceAndKeepAllElse() {
        SystemRouting changed = TokenSlots.with(old, place("partner"), "new-bot", null, null);

        assertThat(changed.getWorkspaces()).hasSize(2).endsWith(other).first().satisfies(renewed -> {
            assertThat(renewed.getName()).isEqualTo("partner");
            assertThat(renewed.getCredentialsId()).isEqualTo("new-bot");
            assertThat(renewed.getTeamId()).isEqualTo("T0123456789");
        });
        assertAllElse(changed);
        assertThat(partner.getCredentialsId()).as("the element that was there").isEqualTo("old-bot");
    }

    @Test
    void shouldKeepWhatIsInvalidInTheWorkspaceWhoseTokenIsRenewed() {
        StoredElements.read(partner, "teamId", "partner.slack.com");

        assertThat(TokenSlots.with(old, place("partner"), "new-bot", null, null)
                        .getWorkspaces()
                        .get(0))
                .returns("partner.slack.com", WorkspaceConfig::getTeamId)
                .returns("new-bot", WorkspaceConfig::getCredentialsId)
                .returns(true, WorkspaceConfig::isInvalid);
        assertThat(TokenSlots.with(old, place("partner"), "new-bot", null, "T0123456789")
                        .getWorkspaces()
                        .get(0))
                .returns("T0123456789", WorkspaceConfig::getTeamId)
                .returns(false, WorkspaceConfig::isInvalid);
    }

    private static TokenSlot place(String workspace) {
        return new TokenSlot(TokenSlot.NAMED + workspace, "", null);
    }

    private void assertAllElse(SystemRouting changed) {
        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("workspaces")
                .isEqualTo(old);
        assertThat(changed.getChannelLimits()).hasSize(1);
    }
}
