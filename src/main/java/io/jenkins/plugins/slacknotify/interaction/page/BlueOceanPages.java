package io.jenkins.plugins.slacknotify.interaction.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the addresses of Blue Ocean, such as {@code folder%2Fproject/detail/branch/12/pipeline/8}. A job without branches stands
 * there with its own name as the branch.
 */
final class BlueOceanPages {
    /** What Jenkins encodes of a branch in the name of its job; a percent sign here is that of such a name already. */
    private static final Pattern ENCODED = Pattern.compile("[/#?\\[\\]\\\\]");

    private BlueOceanPages() {}

    /** @param path behind {@code blue/organizations/jenkins} */
    static Optional<JenkinsPage> read(Segments path, AddressTail tail) {
        String name = path.take();
        if (name.isEmpty() || name.equals("pipelines")) {
            return Optional.empty();
        }
        if (!path.skip(true, "detail")) {
            // A branch that is pressed in Blue Ocean leads to the builds of its project, as far as they are its own.
            String item = tail.parameter("branch")
                    .map(branch -> name + "/" + encoded(branch))
                    .orElse(name);
            return Optional.of(new JenkinsPage.ItemPage(item, path.take()));
        }
        String branch = encoded(path.take());
        boolean isJob = branch.equals(name.substring(name.lastIndexOf('/') + 1));
        String job = isJob ? name : name + "/" + branch;
        Optional<BuildSelector> build = BuildSelector.parse(path.peek());
        if (build.isEmpty()) {
            return Optional.of(new JenkinsPage.ItemPage(job, path.take()));
        }
        path.take();
        return Optional.of(new JenkinsPage.BuildPage(job, build.get(), part(path, tail)));
    }

    private static String encoded(String branch) {
        return ENCODED.matcher(branch)
                .replaceAll(letter -> String.format(
                        Locale.ROOT, "%%%02X", (int) letter.group().charAt(0)));
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
