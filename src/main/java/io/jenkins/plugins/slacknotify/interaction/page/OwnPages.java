package io.jenkins.plugins.slacknotify.interaction.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the addresses of Jenkins' own pages, and of plugins that add pages to builds. */
final class OwnPages {
    private final Segments path;
    private final AddressTail tail;

    private OwnPages(Segments path, AddressTail tail) {
        this.path = path;
        this.tail = tail;
    }

    static Optional<JenkinsPage> read(Segments path, AddressTail tail) {
        return new OwnPages(path, tail).read();
    }

    private Optional<JenkinsPage> read() {
        if (path.skip(true, "queue", "item")) {
            return Segments.number(path.take()).map(id -> new JenkinsPage.QueuePage(id));
        }
        boolean isPersonal = skipPersonalViews();
        List<String> names = new ArrayList<>();
        List<String> views = new ArrayList<>();
        // The names of views may stand before a job, and between folders.
        while (true) {
            if (path.skip(true, "job")) {
                names.add(path.take());
                views.clear();
            } else if (path.skip(true, "view")) {
                views.add(path.take());
            } else {
                break;
            }
        }
        if (!views.isEmpty()) {
            return isPersonal && names.isEmpty() || !path.isAtEnd()
                    ? Optional.empty()
                    : Optional.of(new JenkinsPage.ViewPage(String.join("/", names), views));
        }
        return names.isEmpty() ? Optional.empty() : item(String.join("/", names));
    }

    /** The views of one user: {@code me/my-views} or {@code user/ada/my-views}. */
    private boolean skipPersonalViews() {
        if (path.skip(true, "me", "my-views")) {
            return true;
        }
        return path.peek().equals("user")
                && path.skip(true, "user")
                && !path.take().isEmpty()
                && path.skip(true, "my-views");
    }

    private Optional<JenkinsPage> item(String item) {
        // A cell of a matrix is an item within its job, without the word before it.
        String job = path.peek().indexOf('=') > 0 ? item + "/" + path.take() : item;
        Optional<BuildSelector> build =
                path.isAtEnd() ? BuildSelector.parse(tail.hashed()) : BuildSelector.parse(path.peek());
        if (build.isPresent()) {
            path.take();
            return Optional.of(new JenkinsPage.BuildPage(job, build.get(), part()));
        }
        String subpage = path.rest();
        path.take();
        // A build of something within the job, such as a promotion or a module of Maven, is none of the job.
        boolean isOfOther = path.hasNumber()
                || !subpage.isEmpty() && BuildSelector.parse(tail.hashed()).isPresent();
        return isOfOther ? Optional.empty() : Optional.of(new JenkinsPage.ItemPage(job, subpage));
    }

    private BuildPart part() {
        String page = path.take();
        return switch (page) {
            case "console", "consoleFull", "consoleText", "logText", "timestamps" -> tail.log(null);
            case "pipeline-overview", "pipeline-console", "pipeline-graph", "stages" -> graph();
            case "execution" -> step();
            case "testReport" -> tests();
            case "changes" -> new BuildPart.Changes();
            case "artifact" -> new BuildPart.Artifact(path.rest());
            case "input" -> new BuildPart.Input();
            case "display" -> redirect();
            default -> new BuildPart.Whole();
        };
    }

    private BuildPart graph() {
        String page = path.take();
        if (page.equals("log") || page.equals("consoleOutput")) {
            return tail.parameter("nodeId").<BuildPart>map(tail::log).orElseGet(BuildPart.Whole::new);
        }
        return tail.ofGraph(tail.parameter("selected-node").orElse(null));
    }

    /** Reads {@code execution/node/12} and what is below it, to where the list of a pipeline's steps leads. */
    private BuildPart step() {
        if (!path.skip(true, "node")) {
            return new BuildPart.Whole();
        }
        String node = path.take();
        return path.peek().equals("log") ? tail.log(node) : new BuildPart.Stage(node);
    }

    private BuildPart tests() {
        String rest = path.rest();
        return rest.isEmpty() || rest.startsWith("api/") ? new BuildPart.Tests() : new BuildPart.Test(rest);
    }

    /** Reads an address of the Display URL API, from where it sends each reader to the page of their choice. */
    private BuildPart redirect() {
        return switch (tail.parameter("page").orElse("")) {
            case "tests" -> new BuildPart.Tests();
            case "changes" -> new BuildPart.Changes();
            case "artifacts" -> new BuildPart.Artifact("");
            default -> new BuildPart.Whole();
        };
    }
}
