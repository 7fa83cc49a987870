package io.jenkins.plugins.slacknotify.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The members of the Java library that take the language, the encoding or the time zone of the process, as the caller names none. What
 * a machine reads must not depend on them: with {@code -Duser.language=ar}, {@code "%08d"} writes Arabic digits, with Turkish,
 * {@code "ID".toLowerCase()} is no {@code "id"}. A text for people does not depend on them either; its author knows its language.
 */
final class PlatformDefaults {
    private static final String ROOT = "io.jenkins.plugins.slacknotify.";

    /** Each with the types of its parameters; a star stands for any text. */
    private static final List<String> MEMBERS = List.of(
            "java.lang.String.format(java.lang.String, *",
            "java.lang.String.formatted(*",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B, int, int)",
            "java.io.ByteArrayOutputStream.toString()",
            "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileReader.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.io.File, boolean)",
            "java.io.FileWriter.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.lang.String, boolean)",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.PrintStream.<init>(java.io.File)",
            "java.io.PrintStream.<init>(java.io.OutputStream)",
            "java.io.PrintStream.<init>(java.io.OutputStream, boolean)",
            "java.io.PrintStream.<init>(java.lang.String)",
            "java.io.PrintStream.format(java.lang.String, *",
            "java.io.PrintStream.printf(java.lang.String, *",
            "java.io.PrintWriter.<init>(java.io.File)",
            "java.io.PrintWriter.<init>(java.io.OutputStream)",
            "java.io.PrintWriter.<init>(java.io.OutputStream, boolean)",
            "java.io.PrintWriter.<init>(java.lang.String)",
            "java.io.PrintWriter.format(java.lang.String, *",
            "java.io.PrintWriter.printf(java.lang.String, *",
            "java.net.URLDecoder.decode(java.lang.String)",
            "java.net.URLEncoder.encode(java.lang.String)",
            "java.nio.charset.Charset.defaultCharset()",
            "java.text.Collator.getInstance()",
            "java.text.DateFormat.get*Instance()",
            "java.text.DateFormat.get*Instance(int)",
            "java.text.DateFormat.get*Instance(int, int)",
            "java.text.DecimalFormat.<init>()",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            "java.text.DecimalFormatSymbols.<init>()",
            "java.text.DecimalFormatSymbols.getInstance()",
            "java.text.MessageFormat.<init>(java.lang.String)",
            "java.text.MessageFormat.format(java.lang.String, *",
            "java.text.NumberFormat.get*Instance()",
            "java.text.SimpleDateFormat.<init>()",
            "java.text.SimpleDateFormat.<init>(java.lang.String)",
            "java.time.Clock.systemDefaultZone()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.LocalTime.now()",
            "java.time.MonthDay.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.OffsetTime.now()",
            "java.time.Year.now()",
            "java.time.YearMonth.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.ZoneId.systemDefault()",
            "java.time.format.DateTimeFormatter.ofLocalized*",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.util.Calendar.getInstance()",
            "java.util.Date.toString()",
            "java.util.Formatter.<init>()",
            "java.util.Formatter.<init>(java.lang.Appendable)",
            "java.util.GregorianCalendar.<init>()",
            "java.util.Locale.getDefault(*",
            "java.util.Scanner.<init>(java.io.File)",
            "java.util.Scanner.<init>(java.io.InputStream)",
            "java.util.Scanner.<init>(java.nio.file.Path)",
            "java.util.TimeZone.getDefault()");

    private PlatformDefaults() {}

    static Stream<String> members() {
        return MEMBERS.stream();
    }

    /** Returns whether a code unit is the member; the name has the types of its parameters, as {@code String.indexOf(int)}. */
    static boolean is(String member, String fullName) {
        int rest = member.indexOf('*');
        return rest < 0
                ? fullName.equals(member)
                : fullName.startsWith(member.substring(0, rest)) && fullName.endsWith(member.substring(rest + 1));
    }

    /** The members that classes use, by a call or as a method reference, by the name of the class without the root package. */
    static SortedMap<String, SortedSet<String>> usesIn(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass type : classes) {
            type.getCodeUnitAccessesFromSelf().stream()
                    .map(access -> access.getTarget().getFullName())
                    .flatMap(target -> members().filter(member -> is(member, target)))
                    .forEach(member -> uses.computeIfAbsent(
                                    type.getName().replaceFirst("^" + Pattern.quote(ROOT), ""), key -> new TreeSet<>())
                            .add(member));
        }
        return uses;
    }
}
