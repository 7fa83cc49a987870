package io.jenkins.plugins.slacknotify.interaction.page;

import java.util.Optional;

/**
 * Reads the addresses of Blue Ocean, such as {@code folder%2Fproject/detail/branch/12/pipeline/8}. A job without branches stands
 * there with its own name as the branch.
 */
final class BlueOceanPages {
    private BlueOceanPages() {}

    /** @param path behind {@code blue/organizations/jenkins} */
    static Optional<JenkinsPage> read(Segments path, AddressTail tail) {
        String name = path.take();
        if (name.isEmpty() || name.equals("pipelines")) {
            return Optional.empty();
        }
        if (!path.skip(true, "detail")) {
            return Optional.of(new JenkinsPage.ItemPage(name, path.take()));
        }
        String branch = path.take().replace("/", "%2F");
        boolean isJob = branch.equals(name.substring(name.lastIndexOf('/') + 1));
        String job = isJob ? name : name + "/" + branch;
        Optional<BuildSelector> build = BuildSelector.parse(path.peek());
        if (build.isEmpty()) {
            return Optional.of(new JenkinsPage.ItemPage(job, path.take()));
        }
        path.take();
        return Optional.of(new JenkinsPage.BuildPage(job, build.get(), part(path, tail)));
    }

    private static BuildPart part(Segments path, AddressTail tail) {
        String page = path.take();
        return switch (page) {
            case "tests" -> new BuildPart.Tests();
            case "changes" -> new BuildPart.Changes();
            case "artifacts" -> new BuildPart.Artifact("");
            default -> {
                String node = path.take();
                yield tail.ofGraph(Segments.number(node).isPresent() ? node : null);
            }
        };
    }
}
