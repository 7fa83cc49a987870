package io.jenkins.plugins.slacknotify.event.diagnosis;

import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.DECISIVE;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.ERROR;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.EXACT;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.GENERAL;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.Weight.SPECIFIC;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.next;
import static io.jenkins.plugins.slacknotify.event.diagnosis.CauseRule.of;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The rules by which common tools are understood, in the forms that their documentation and their logs show.
 *
 * <p>To add a tool: a log in its form in {@code logs.txt} of the tests, with the line that a person would look for, and a rule
 * here. Each pattern works on lines of limited length, and has no nested repetition, so that no log makes it slow.
 */
final class CauseRules {
    /** Lines that look like a reason and are none. */
    static final Pattern NO_REASON = Pattern.compile(
            "(?i)\\bwarn(ing)?\\b|script returned exit code|marked build as failure|^finished: |^\\+ |\\b(0|no) (errors?|failures?|failed)\\b"
                    + "|error(s)?\\.log|errors? ignored|\\(ignored\\)|ignoring|--fail|\\bretrying (in|\\()|\\bretry \\d|, retrying|will (be )?retr|continuing"
                    + "|^\\[INFO\\]|^\\[Pipeline\\]|^(\\S+ )?(INFO|DEBUG|TRACE)\\b|^> Task |error handling|on-error|errorprone|error-prone"
                    + "|errors?: 0\\b|failures?: 0, errors?: 0");

    static final List<CauseRule> ALL = List.of(
            // The machine
            of(DECISIVE, "(?i)no space left on device|\\bENOSPC\\b|disk quota exceeded|not enough space on the disk"),
            of(
                    DECISIVE,
                    "java\\.lang\\.OutOfMemoryError|JavaScript heap out of memory|Out of memory: Kill|Cannot allocate memory|OOMKilled"
                            + "|virtual memory exhausted|There is insufficient memory for the Java Runtime"),

            // Tests
            of(EXACT, "^\\[ERROR\\] {2,}([\\w$.]+(?:\\(.*?\\))?(?::\\d+|->\\S+)[^\\s]*.* .+)$"),
            of(EXACT, "^FAILED (\\S+::\\S+ - .+)$"),
            next(SPECIFIC, "^\\[ERROR\\] .*<<< (FAILURE|ERROR)!"),
            of(SPECIFIC, "^E {2,}(\\S.+)$"),
            of(EXACT, "^\\s+(\\w+_test\\.go:\\d+: .+)$"),
            of(SPECIFIC, "^\\s*--- FAIL: (\\S+)"),
            of(EXACT, "^(rspec \\S+:\\d+ # .+)$"),
            next(EXACT, "^thread '.+' (?:\\(\\d+\\) )?panicked at \\S+:\\d+:\\d+:$"),
            of(EXACT, "^thread '.+' panicked at .+[^:]$"),
            of(EXACT, "^(Failed asserting that .+)$"),
            of(EXACT, "^\\s*● (.+ › .+)$"),
            next(SPECIFIC, "^\\s*● (?!.* › )\\S.*$"),
            next(SPECIFIC, "^\\S+ > .+ FAILED$"),
            next(SPECIFIC, "^\\s*Error Message:$"),
            of(SPECIFIC, "^\\s*((?:[\\w$]+\\.)*Assertion\\w*(?: \\[\\w+\\])?: .+)$"),
            of(SPECIFIC, "^(?:not ok \\d+ - )(.+)$"),
            of(SPECIFIC, "^\\s*\\d+ - (.+ \\((?:Failed|Timeout|SEGFAULT|Subprocess aborted)\\))"),
            of(EXACT, "^(.+:\\d+: Failure)$"),
            of(EXACT, "^\\s+\\d+\\) (\\[\\w+\\] › .+)$"),
            of(SPECIFIC, "^(\\S.*?)\\s+\\| FAIL \\|$"),

            // Compilers and linters
            of(EXACT, "^\\[ERROR\\] (\\S.*\\.(?:java|kt|scala|groovy):\\[?\\d+(?:,\\d+)?\\]?:? .+)$"),
            of(EXACT, "^(\\S[^:]*\\.\\w{1,6}:\\d+(?::\\d+)?: (?:fatal )?[Ee]rror(?: \\w+)?: .+)$"),
            of(EXACT, "^(\\S.*\\.[tj]sx?(?:\\(\\d+,\\d+\\)|:\\d+:\\d+)(?: -|:) error TS\\d+: .+)$"),
            of(EXACT, "^\\s*(\\S.*\\(\\d+(?:,\\d+)?\\): error \\w+: .+?)(?: \\[.+proj\\])?$"),
            of(EXACT, "^(error(?:\\[E\\d+\\]): .+)$"),
            of(
                    SPECIFIC,
                    "^(error: (?!aborting due to|could not compile|build failed|test failed|process didn't exit).+)$"),
            of(EXACT, "^((?:\\./)?[\\w./-]+\\.go:\\d+:\\d+: .+)$"),
            of(EXACT, "^(e: .+)$"),
            of(EXACT, "^\\[error\\] (\\S.*\\.scala:\\d+(?::\\d+)?: .+)$"),
            of(EXACT, "^\\s+(\\d+:\\d+\\s+error\\s+.+)$"),
            of(EXACT, "^(\\S+\\.py:\\d+(?::\\d+)?: (?:[EFW]\\d+|error:) .+)$"),
            of(EXACT, "^(\\S.*\\S ?: error [A-Z]+\\d+: .+?)(?: \\[.+proj\\])?$"),
            of(EXACT, "(SC\\d{4} \\(\\w+\\): .+)$"),
            of(SPECIFIC, "^(would reformat .+)$"),
            of(SPECIFIC, "^(\\*\\* \\(\\w+\\) .+)$"),
            of(SPECIFIC, "^(Can't locate .+ in @INC.*)$"),
            of(EXACT, "(undefined reference to .+)$"),
            of(SPECIFIC, "^\\S*ld(?:\\.\\w+)?: (.+)$|^(ld: .+)$"),
            of(EXACT, "(LINK : fatal error LNK\\d+: .+|error LNK\\d+: .+)$"),
            next(SPECIFIC, "^CMake Error at .+:\\d+ \\(.+\\):$"),
            of(SPECIFIC, "^(CMake Error: .+)$"),
            of(EXACT, "^\\s*(SyntaxError: .+)$"),

            // Build tools and package managers
            of(EXACT, "(Could not find artifact \\S+(?: in \\S+ \\(.+?\\))?)"),
            of(SPECIFIC, "(Could not resolve dependencies for project .+)$"),
            of(ERROR, "^\\[ERROR\\] (Failed to execute goal .+)$"),
            of(
                    ERROR,
                    "^\\[ERROR\\] (?!COMPILATION ERROR|Failures:|Errors:|Tests run:|->|\\[Help|Re-run|To see the full|For more inf"
                            + "|After correcting)(\\S.+)$"),
            of(EXACT, "^\\s*> (Could not find .+)$"),
            of(SPECIFIC, "^> ((?!Task |Run with |Configure ).*[Cc]ould not .+)$"),
            next(ERROR, "^\\* What went wrong:$"),
            of(SPECIFIC, "^\\s*> (.*Compilation failed.*)$"),
            of(
                    SPECIFIC,
                    "^npm (?:ERR!|error) (?!code |errno |syscall |path |dest |command |signal |A complete log|Lifecycle|Exit status|Failed at"
                            + "|This is|workspace |location |node |v\\d|\\s*/|notarget This|404 +This|404 Note|404 You|404 +'?@?\\S+' is not|Fix|to accept"
                            + "|this command)(?:(?:404|notarget|enoent|Missing) )?(\\S.+)$"),
            of(EXACT, "^npm (?:ERR!|error) ([Mm]issing script: .+)$"),
            of(SPECIFIC, "^error (?!Command failed)(\\S.+)$"),
            of(EXACT, "(ModuleNotFoundError: No module named .+)$"),
            of(EXACT, "(Module not found: .+|Cannot find module .+)$"),
            of(SPECIFIC, "^(ERROR: (?:No matching distribution|Could not find a version).+)$"),
            of(SPECIFIC, "^(?:E: )(.+)$"),
            of(EXACT, "^(Could not find gem .+)$"),
            of(SPECIFIC, "(No rule to make target .+)$"),
            of(GENERAL, "^\\S*make(?:\\[\\d+\\])?: \\*\\*\\* (.+)$"),

            // Languages
            of(SPECIFIC, "^(Exception in thread \".+)$"),
            of(ERROR, "^(?:Caused by: )(.+)$"),
            of(SPECIFIC, "^(panic: .+)$"),
            of(SPECIFIC, "^([A-Za-z_][\\w.]*(?:Error|Exception)(?:: .+))$"),
            of(SPECIFIC, "(?i)(segmentation fault.*|core dumped.*)$"),
            of(SPECIFIC, "^(?:PHP )?(Fatal error: .+)$"),

            // Shells, version control, containers, deployment
            of(EXACT, "^(?:.*?: )?(?:line )?\\d+: (.+: (?:command )?not found)$|^.*?: (\\S+: command not found)$"),
            of(EXACT, "(?:line )?\\d+: (.+: (?:No such file or directory|Permission denied))$"),
            of(EXACT, "^(?:\\S+ : )?(.+ is not recognized as (?:an internal|the name).*)$"),
            of(EXACT, "(An error occurred \\(\\w+\\) when calling .+)$"),
            of(EXACT, "^Message\\s+: (?:ERROR: )?(.+)$"),
            of(EXACT, "(CONFLICT \\(.+\\): .+)$"),
            of(EXACT, "(?:^|stderr: )(fatal: .+)$"),
            of(SPECIFIC, "(! \\[(?:remote )?rejected\\] .+)$"),
            of(EXACT, "(Permission denied \\(publickey.*\\).*|Host key verification failed.*)$"),
            of(
                    EXACT,
                    "(denied: requested access .+|pull access denied .+|manifest for .+ not found.*|manifest unknown.*)$"),
            of(EXACT, "(Cannot connect to the Docker daemon .+?)(?: Is the docker daemon.*)?$"),
            of(SPECIFIC, "^(ERROR: failed to (?:solve|build).*|COPY failed: .+)$"),
            of(SPECIFIC, "^(Error response from daemon: .+)$"),
            of(SPECIFIC, "^(?:[│|╷] )?(Error: .+)$"),
            of(SPECIFIC, "^(Error from server .+|error: deployment .+)$"),
            of(SPECIFIC, "^(curl: \\(\\d+\\) .+|ssh: connect to .+)$"),
            of(SPECIFIC, "(QUALITY GATE STATUS: FAILED.*)$"),
            of(
                    SPECIFIC,
                    "(?i)^(?:.*: )?(.*(?:connection (?:refused|timed out|reset by peer)|could not resolve host).*)$"),
            of(ERROR, "^(?:ERROR|FATAL|Fatal|fatal)(?: \\[.+?\\])?:? (\\S.+)$"),
            of(GENERAL, "^(?:Error|error)(?:: | )(\\S.+)$"),
            of(GENERAL, "^(BUILD FAILED.*|Killed)$"));

    private CauseRules() {}
}
