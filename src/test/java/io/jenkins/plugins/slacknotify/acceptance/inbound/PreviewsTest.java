package io.jenkins.plugins.slacknotify.acceptance.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jenkins.plugins.slacknotify.acceptance.harness.JenkinsClient;
import io.jenkins.plugins.slacknotify.sandbox.delivery.Exchange;
import io.jenkins.plugins.slacknotify.sandbox.member.SandboxMember;
import io.jenkins.plugins.slacknotify.sandbox.workspace.ApiCall;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxUser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Previews of links in a real Jenkins with accounts and permissions, by both transports. */
@Tag("acceptance")
@Order(5)
@ExtendWith(InboundBeds.class)
class PreviewsTest {
    @ByTransport
    void shouldShowWhatWhoeverPostsMayRead(boolean bySocket) {
        try (var bed = InboundBed.start(bySocket)) {
            furnish(bed);
            var acme = bed.workspace();
            var developer = join(bed, acme.user("developer", "developer@acme.example"));
            var newcomer = join(bed, acme.user("newcomer", "newcomer@acme.example"));
            var guest = join(bed, acme.guest("guest", "guest@acme.example"));
            var partner = bed.sandbox().workspace("partner").user("outsider", "outsider@partner.example");
            var outsider = join(bed, acme.outsider(partner));
            String root = bed.process().url().toString();
            String shop = root + "job/shop/1/";
            String payroll = root + "job/payroll/1/";

            // Who is not linked is asked once, and the address that they get leads to the link.
            acknowledged(newcomer.postLink("builds", shop));
            unfurls(bed, 1);
            acknowledged(newcomer.postLink("builds", shop));
            acknowledged(guest.postLink("builds", shop));
            acknowledged(outsider.postLink("builds", shop));
            acknowledged(developer.postLink("builds", shop));
            var asked = unfurls(bed, 2).get(1).arguments();
            assertThat(asked).containsEntry("unfurls", "{}").containsEntry("user_auth_required", "true");
            confirm(bed, URI.create(asked.get("user_auth_url")));

            acknowledged(developer.postLink(
                    "builds",
                    "%sconsole and %s and %s and https://ci.example.org/job/shop/1/"
                            .formatted(shop, payroll, root + "job/none/1/")));
            var cards = cards(unfurls(bed, 3).get(2));
            assertThat(cards.keySet())
                    .as("neither what they may not read, nor what is not there, and nobody else was answered before")
                    .containsExactly(shop + "console");
            assertThat(cards.get(shop + "console").toString())
                    .contains("shop", "#1", "succeeded")
                    .doesNotContain("the end of the log");

            acknowledged(developer.typeLink(root + "job/shop/"));
            assertThat(cards(unfurls(bed, 4).get(3)).keySet()).containsExactly(root + "job/shop/");

            var form = root + "blue/organizations/jenkins/shop/detail/shop/1/pipeline";
            acknowledged(developer.postLink("builds", form + " " + root + "job/shop/2/display/redirect"));
            assertThat(cards(unfurls(bed, 5).get(4)).keySet()).containsExactly(form);

            // The right to read counts when the link is posted.
            hide(bed, "shop");
            bed.admin()
                    .script("jenkins.model.Jenkins.get().getItem('payroll')"
                            + ".removeProperty(hudson.security.AuthorizationMatrixProperty)");
            acknowledged(developer.postLink("builds", shop + " " + payroll));
            assertThat(cards(unfurls(bed, 6).get(5)).keySet()).containsExactly(payroll);
            assertThat(unfurls(bed, 6))
                    .as("guests, outsiders, and who was asked before, hear nothing")
                    .hasSize(6)
                    .allMatch(ApiCall::ok);
            LinkedMembers.write(
                    "preview-people",
                    bySocket,
                    List.of(
                            "| linked, may read the job | " + text(cards, shop + "console") + " |",
                            "| linked, may not read the job, or there is none | " + text(cards, payroll) + " |",
                            "| linked, may not read the job any more | "
                                    + text(cards(unfurls(bed, 6).get(5)), shop) + " |",
                            "| not linked, the first time | no card; to them alone: “"
                                    + asked.get("user_auth_message").replace("\n", " ") + "” |",
                            "| not linked, later; a guest; somebody of another organisation | no card, and no word |"));
            assertThat(bed.log()).noneMatch(line -> line.contains("slacknotify") && line.contains("WARNING"));
        }
    }

    private static String text(Map<String, JsonObject> cards, String url) {
        return cards.containsKey(url) ? LinkedMembers.read(cards.get(url).get("blocks")) : "no card";
    }

    private static void furnish(InboundBed bed) {
        bed.jobs().createPipeline("shop", "echo 'the end of the log'");
        bed.jobs().build("shop");
        bed.jobs().createPipeline("payroll", "echo 'secret'");
        bed.jobs().build("payroll");
        bed.admin()
                .script("jenkins.model.Jenkins.get().securityRealm"
                        + ".createAccount('developer', 'developer-password')");
        bed.admin().script("""
                import hudson.model.Item
                import jenkins.model.Jenkins
                import org.jenkinsci.plugins.matrixauth.PermissionEntry
                def matrix = new hudson.security.ProjectMatrixAuthorizationStrategy()
                matrix.add(Jenkins.ADMINISTER, PermissionEntry.user('admin'))
                [Jenkins.READ, Item.READ].each { matrix.add(it, PermissionEntry.user('developer')) }
                Jenkins.get().authorizationStrategy = matrix
                """);
        hide(bed, "payroll");
    }

    private static void hide(InboundBed bed, String job) {
        bed.admin().script("""
                def hidden = new hudson.security.AuthorizationMatrixProperty([:])
                hidden.inheritanceStrategy = new org.jenkinsci.plugins.matrixauth.inheritance.NonInheritingStrategy()
                jenkins.model.Jenkins.get().getItem('%s').addProperty(hidden)
                """.formatted(job));
    }

    private static SandboxMember join(InboundBed bed, SandboxUser user) {
        bed.workspace().channel("builds").invite(user.name());
        return bed.sandbox().as(user, bed.workspace());
    }

    private static void acknowledged(Exchange exchange) {
        assertThat(exchange.isAcknowledged()).as(exchange.toString()).isTrue();
    }

    private static List<ApiCall> unfurls(InboundBed bed, int count) {
        return bed.sandbox().awaitCalls("chat.unfurl", count, InboundBed.TIMEOUT);
    }

    private static Map<String, JsonObject> cards(ApiCall call) {
        return JsonParser.parseString(call.arguments().get("unfurls")).getAsJsonObject().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getAsJsonObject()));
    }

    private static void confirm(InboundBed bed, URI page) {
        var account = JenkinsClient.of(bed.process().url(), "developer", "developer-password");
        var path = bed.process().url().relativize(page).toString();
        assertThat(account.get(path).requireStatus(200).body()).contains("acme");
        account.post("slack-notify-link/confirm", Map.of("code", page.getQuery().substring("code=".length())))
                .requireStatus(200);
    }
}
