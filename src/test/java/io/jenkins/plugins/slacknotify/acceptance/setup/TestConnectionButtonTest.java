package io.jenkins.plugins.slacknotify.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.slacknotify.acceptance.harness.Browser;
import io.jenkins.plugins.slacknotify.acceptance.pages.ConnectionPage;
import io.jenkins.plugins.slacknotify.acceptance.testbed.JenkinsAcceptance;
import io.jenkins.plugins.slacknotify.acceptance.testbed.TestBed;
import io.jenkins.plugins.slacknotify.sandbox.Fault;
import org.junit.jupiter.api.Test;

/** The button "Test connection" says what is wrong and how to mend it. */
@JenkinsAcceptance(resetAfterEach = true)
class TestConnectionButtonTest {
    @Test
    void shouldNameWorkspaceAndBotAndPost(TestBed bed, Browser browser) {
        bed.channels().open("connected");

        var page = ConnectionPage.open(bed, browser).channel("#connected");

        assertThat(page.testConnection()).contains("acme", "@jenkins", "#connected");
        assertThat(bed.channels().await("connected", 1)).hasSize(1);
        page.screenshot("connection-good");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldAskForATokenAndAChannel(TestBed bed, Browser browser) {
        assertThat(ConnectionPage.open(bed, browser).channel("").testConnection())
                .contains("acme", "Enter a system channel");
        bed.configuration().set("credentialsId: ''");
        assertThat(ConnectionPage.open(bed, browser).testConnection()).contains("Choose a bot token first");
    }

    @Test
    void shouldTellUserAndAppTokensFromBotTokens(TestBed bed, Browser browser) {
        bed.credentials().add("user-token", bed.slack().userToken(bed.slack().user("Ada", "ada@example.org")));
        bed.credentials().add("app-token", bed.slack().appToken());

        var page = ConnectionPage.open(bed, browser).credential("user-token");
        assertThat(page.testConnection()).contains("This is a user token", "starts with xoxb-");
        page.screenshot("connection-user-token");
        assertThat(ConnectionPage.open(bed, browser).credential("app-token").testConnection())
                .contains("This is an app-level token", "starts with xoxb-");
    }

    @Test
    void shouldFindAChannelByNameForAWholeOrganisationWhoseWorkspaceIsKnown(TestBed bed, Browser browser) {
        bed.slack().channel("organised");
        bed.credentials().add("organisation-token", bed.slack().installBotOrgWide("organised"));
        bed.slack().channel("organised").invite("organised");

        var page = ConnectionPage.open(bed, browser)
                .credential("organisation-token")
                .channel("#organised");

        assertThat(page.testConnection())
                .contains(
                        "Connected to a whole organisation as @organised",
                        "enter the workspace's id (T…) in Manage Jenkins » Slack » Connection » Id of the workspace");
        page.teamId(bed.slack().enterpriseId());
        assertThat(page.complaintAbout("teamId")).contains("is the id of a whole Enterprise Grid organisation");
        page.screenshot("connection-organisation");
        var known = ConnectionPage.open(bed, browser)
                .credential("organisation-token")
                .channel("#organised")
                .teamId(bed.slack().teamId());
        assertThat(known.testConnection()).contains("A test message is in #organised");
        known.save();
        bed.jobs().createPipeline("organised", "error 'no'");
        bed.jobs().build("organised");
        assertThat(bed.channels().awaitAbout("organised #1", "organised", 1)).hasSize(1);
        assertThat(bed.admin().exportConfiguration())
                .contains("teamId: \"" + bed.slack().teamId() + "\"");
    }

    @Test
    void shouldNameTheMissingScope(TestBed bed, Browser browser) {
        bed.credentials().add("scopeless-token", bed.slack().installBot("scopeless", "users:read"));

        assertThat(ConnectionPage.open(bed, browser)
                        .credential("scopeless-token")
                        .testConnection())
                .contains("lacks the scope chat:write", "OAuth & Permissions");
    }

    @Test
    void shouldNameTheScopesThatTheConfigurationNeedsBeyondTheMessage(TestBed bed, Browser browser) {
        bed.credentials().add("frugal-token", bed.slack().installBot("frugal", "chat:write", "chat:write.customize"));
        bed.slack().channel("frugal").invite("frugal");
        bed.configuration().set("credentialsId: frugal-token", "personal: {enabled: true}");

        var page = ConnectionPage.open(bed, browser).channel("#frugal");

        assertThat(page.testConnection())
                .contains("A test message is in #frugal. The token lacks users:read (", "users:read.email (")
                .contains("Recommended", "im:history");
        page.screenshot("connection-scopes");
    }

    @Test
    void shouldTellWhatToTypeToInviteTheBot(TestBed bed, Browser browser) {
        bed.credentials().add("stranger-token", bed.slack().installBot("stranger", "chat:write"));
        bed.slack().channel("club");

        var page =
                ConnectionPage.open(bed, browser).credential("stranger-token").channel("#club");

        assertThat(page.testConnection()).contains("not a member of #club", "/invite @stranger");
        page.screenshot("connection-invite");
    }

    @Test
    void shouldTellArchivedAndUnknownChannelsApart(TestBed bed, Browser browser) {
        bed.channels().open("old").archive();

        assertThat(ConnectionPage.open(bed, browser).channel("#old").testConnection())
                .contains("#old is archived");
        assertThat(ConnectionPage.open(bed, browser).channel("#unheard-of").testConnection())
                .contains("finds no #unheard-of", "/invite @jenkins");
    }

    @Test
    void shouldTellThatATokenWasRevoked(TestBed bed, Browser browser) {
        var token = bed.slack().installBot("dismissed");
        bed.credentials().add("revoked-token", token);
        bed.slack().revoke(token);

        assertThat(ConnectionPage.open(bed, browser).credential("revoked-token").testConnection())
                .contains("The token was revoked");
    }

    @Test
    void shouldTellThatSlackIsDownOrAnswersWithAPage(TestBed bed, Browser browser) {
        bed.sandbox().faults().always("auth.test", Fault.closeBeforeReading());
        assertThat(ConnectionPage.open(bed, browser).testConnection()).contains("connection failed");

        bed.sandbox().faults().clear();
        bed.sandbox().faults().always("auth.test", Fault.html());
        var page = ConnectionPage.open(bed, browser);
        assertThat(page.testConnection()).contains("none of Slack's");
        page.screenshot("connection-html");
    }
}
