package io.jenkins.plugins.slacknotify.sandbox;

import static io.jenkins.plugins.slacknotify.sandbox.SlackClients.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxChannel;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxFile;
import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** files.getUploadURLExternal, the bytes, files.completeUploadExternal, and messages that show files. */
class UploadsTest {
    private final MutableClock clock = new MutableClock();

    @AutoClose
    private final SlackSandbox slack = SlackSandbox.start(0, clock);

    private final SandboxWorkspace acme = slack.workspace("acme");
    private final MethodsClient jenkins = client(slack, acme.installBot("jenkins"));
    private final SandboxChannel builds = acme.channel("builds").invite("jenkins");

    @Test
    void shouldShowAFileInAMessage() throws Exception {
        String ts = post();
        String file = upload("all green");
        assertThat(acme.filesOf(builds.messages().get(0))).as("private so far").isEmpty();

        assertThat(show(ts, file)).isNull();

        assertThat(acme.filesOf(builds.messages().get(0)))
                .singleElement()
                .returns("summary.txt", SandboxFile::name)
                .returns("Summary", SandboxFile::title)
                .returns("all green", SandboxFile::text);
        assertThat(new WebClient(slack.pageUrl()).get("sandbox/state").body())
                .contains("\"preview\":\"all green\"", "\"title\":\"Summary\"");
    }

    @Test
    void shouldNotFindAFileBeforeItIsReady() throws Exception {
        String ts = post();
        String file = uploadUnready("all green");
        assertThat(show(ts, file)).isEqualTo("file_not_found");

        clock.advance(Duration.ofSeconds(1));

        assertThat(show(ts, file)).isNull();
    }

    @Test
    void shouldSayOkAndShowNothingWhereUpdatesIgnoreFiles() throws Exception {
        acme.files().ignoredByUpdates();

        assertThat(show(post(), upload("all green"))).isNull();

        assertThat(acme.filesOf(builds.messages().get(0))).isEmpty();
    }

    @Test
    void shouldShareAFileInAThread() throws Exception {
        String ts = post();
        FilesGetUploadURLExternalResponse ticket = ask(jenkins, 9);
        send(ticket.getUploadUrl(), "all green");

        FileDetails details = FileDetails.builder().id(ticket.getFileId()).build();
        FilesCompleteUploadExternalResponse answer = jenkins.filesCompleteUploadExternal(request ->
                request.files(List.of(details)).channelId(builds.id()).threadTs(ts));

        assertThat(answer.isOk()).isTrue();
        assertThat(builds.messages()).hasSize(2);
        assertThat(builds.messages().get(1).threadTs()).isEqualTo(ts);
        assertThat(acme.filesOf(builds.messages().get(1)))
                .extracting(SandboxFile::text)
                .containsExactly("all green");
    }

    @Test
    void shouldGoOnShowingAFileWhenTheMessageChanges() throws Exception {
        String ts = post();
        show(ts, upload("all green"));

        jenkins.chatUpdate(request -> request.channel(builds.id()).ts(ts).text("Changed"));

        assertThat(builds.messages().get(0).text()).isEqualTo("Changed");
        assertThat(acme.filesOf(builds.messages().get(0))).hasSize(1);
    }

    @Test
    void shouldRefuseWhatSlackRefuses() throws Exception {
        assertThat(ask(jenkins, 0).getError()).isEqualTo("missing_argument");
        assertThat(ask(client(slack, acme.installBot("mute", "chat:write")), 9).getError())
                .isEqualTo("missing_scope");
        assertThat(complete("F0")).isEqualTo("file_not_found");
        assertThat(complete(ask(jenkins, 9).getFileId()))
                .as("its bytes have not come")
                .isEqualTo("file_not_found");
        assertThat(complete(upload("twice"))).as("completed before").isEqualTo("file_update_failed");
        assertThat(show(post(), ask(jenkins, 9).getFileId())).isEqualTo("file_not_found");
    }

    @Test
    void shouldShowNoFileOfAnother() throws Exception {
        String file = upload("all green");
        MethodsClient other = client(slack, acme.installBot("other"));
        builds.invite("other");
        String ts = other.chatPostMessage(
                        request -> request.channel(builds.id()).text("Mine"))
                .getTs();

        assertThat(other.chatUpdate(request ->
                                request.channel(builds.id()).ts(ts).text("Mine").fileIds(List.of(file)))
                        .getError())
                .isEqualTo("file_not_found");
    }

    @Test
    void shouldTakeTheBytesOnceAndAllOfThem() throws Exception {
        String url = ask(jenkins, 9).getUploadUrl();

        assertThat(send(url, "half")).isEqualTo(400);
        assertThat(send(url, "all green")).isEqualTo(200);
        assertThat(send(url, "all green")).isEqualTo(400);
        assertThat(send(slack.pageUrl() + "upload/v1/unknown", "all green")).isEqualTo(404);
    }

    @Test
    void shouldLetTheBytesMeetFaults() throws Exception {
        slack.faults().next("upload", Fault.status(500));
        String url = ask(jenkins, 9).getUploadUrl();

        assertThat(send(url, "all green")).isEqualTo(500);
        assertThat(send(url, "all green")).as("it was not carried out").isEqualTo(200);
    }

    private String post() throws IOException, SlackApiException {
        return jenkins.chatPostMessage(request -> request.channel(builds.id()).text("Nightly"))
                .getTs();
    }

    private String show(String ts, String file) throws IOException, SlackApiException {
        return jenkins.chatUpdate(request ->
                        request.channel(builds.id()).ts(ts).text("Nightly").fileIds(List.of(file)))
                .getError();
    }

    private String upload(String content) throws Exception {
        String file = uploadUnready(content);
        clock.advance(Duration.ofSeconds(1));
        return file;
    }

    private String uploadUnready(String content) throws Exception {
        FilesGetUploadURLExternalResponse ticket = ask(jenkins, content.length());
        send(ticket.getUploadUrl(), content);
        complete(ticket.getFileId());
        return ticket.getFileId();
    }

    private static FilesGetUploadURLExternalResponse ask(MethodsClient bot, int length)
            throws IOException, SlackApiException {
        return bot.filesGetUploadURLExternal(
                request -> request.filename("summary.txt").length(length));
    }

    private String complete(String file) throws IOException, SlackApiException {
        FileDetails details = FileDetails.builder().id(file).title("Summary").build();
        return jenkins.filesCompleteUploadExternal(request -> request.files(List.of(details)))
                .getError();
    }

    private static int send(String url, String content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(content))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
