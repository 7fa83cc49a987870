package io.jenkins.plugins.slacknotify.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the code to the pictures of its packages in CONTRIBUTING.md. */
class PackageMapTest {
    private static final String ROOT = "io.jenkins.plugins.slacknotify.";
    private static final JavaClasses PLUGIN = PluginClasses.ALL;

    /** The pictures, and which of a class's packages each shows. */
    private enum Picture {
        PACKAGES("packages", name -> name.isEmpty() ? Optional.empty() : Optional.of(name.split("\\.")[0])),
        ROOMS_OF_THE_ENGINE("rooms of the engine", name -> roomOf("engine", name)),
        ROOMS_OF_INBOUND("rooms of inbound", name -> roomOf("inbound", name)),
        ROOMS_OF_THE_OUTBOX("rooms of the outbox", name -> roomOf("outbox", name)),
        ROOMS_OF_SLACK("rooms of slack", name -> roomOf("slack", name)),
        ROOMS_OF_CONFIG("rooms of config", name -> roomOf("config", name));

        private final String title;
        private final Function<String, Optional<String>> shown;

        Picture(String title, Function<String, Optional<String>> shown) {
            this.title = title;
            this.shown = shown;
        }

        private static Optional<String> roomOf(String building, String name) {
            String[] segments = name.split("\\.");
            return segments[0].equals(building) ? Optional.of(segments[segments.length > 1 ? 1 : 0]) : Optional.empty();
        }

        PackagePicture read() throws IOException {
            return PackagePicture.titled(title);
        }

        /** Empty for a class of other packages. */
        Optional<String> packageOf(JavaClass type) {
            String name = type.getPackageName() + ".";
            return name.startsWith(ROOT) ? shown.apply(name.substring(ROOT.length())) : Optional.empty();
        }

        /** From whom to whom. */
        Stream<List<String>> arrows() {
            return PLUGIN.stream()
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream()
                            .map(other -> Stream.of(type, other.getTargetClass().getBaseComponentType())
                                    .map(this::packageOf)
                                    .flatMap(Optional::stream)
                                    .distinct()
                                    .toList()))
                    .filter(arrow -> arrow.size() == 2)
                    .distinct();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEveryPackageOnce(Picture picture) throws IOException {
        assertThat(picture.read().names())
                .containsExactlyInAnyOrderElementsOf(PLUGIN.stream()
                        .map(picture::packageOf)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldKnowOnlyWhatStandsBelow(Picture picture) throws IOException {
        PackagePicture rows = picture.read();

        assertThat(picture.arrows())
                .isNotEmpty()
                .allSatisfy(arrow -> assertThat(rows.row(arrow.get(1)))
                        .as("the row of %s, which %s knows", arrow.get(1), arrow.get(0))
                        .isGreaterThan(rows.row(arrow.get(0))));
    }

    /** The rooms inside of a package included, and the package itself beside them. */
    @Test
    void shouldHaveNoCycleBetweenRooms() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(PLUGIN);
    }
}
