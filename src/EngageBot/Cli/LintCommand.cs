using System.CommandLine;
using System.Globalization;
using EngageBot.Library;
using EngageBot.Library.Voice;
using EngageBot.Model;

namespace EngageBot.Cli;

/// <summary><c>lint</c>: how human each reply of a file sounds.</summary>
internal static class LintCommand
{
    private const int MostFields = 3;
    private const int AtOnce = 1024;

    public static Command Create(string[] settings, HouseBuilder build)
    {
        var file = new Argument<FileInfo?>("file")
        {
            Description = "A reply a line, after a tab what it answers, after another its intent; standard input when left out.",
            DefaultValueFactory = _ => null,
        };
        var format = OutputFormat.Option();
        var command = new Command("lint", "Prints for each reply: score (0 an advert, 100 a person), verdict (ok, warn, block), findings.") { file, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var lines = InputLines.Of(parsed.GetValue(file));
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            var words = house.Services.GetRequiredService<PromptLibrary>().Current.Snapshot;
            var day = words.Voice.DayOf(house.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            var print = parsed.GetValue(format) == "json" ? (Func<LintReport, string>)Json : Tsv;
            await using var output = new StreamWriter(Console.OpenStandardOutput());
            foreach (var some in lines.Select((line, index) => (Line: line, Number: index + 1)).Chunk(AtOnce))
                foreach (var printed in some.AsParallel().AsOrdered().Select(one => print(Read(words.Lint, one.Line, one.Number, day))).ToList())
                    await output.WriteLineAsync(printed);
            return CommandLine.Done;
        });
        return command;
    }

    private static LintReport Read(VoiceLint lint, string line, int number, DateOnly day)
    {
        var fields = line.Split('\t');
        if (fields.Length > MostFields)
            throw new BadInputException($"Line {number} has {fields.Length} fields between tabs; a reply, what it answers and its intent are all there can be.");
        var mention = fields.Length > 1 && !string.IsNullOrWhiteSpace(fields[1]) ? fields[1] : null;
        return lint.Read(fields[0], new LintContext(mention, fields.Length == MostFields ? Intent(fields[2], number) : null, null, day));
    }

    private static Intent? Intent(string word, int number)
    {
        if (string.IsNullOrWhiteSpace(word))
            return null;
        return Words.TryParse<Intent>(word.Trim(), out var intent)
            ? intent
            : throw new BadInputException($"Line {number} has the intent '{word}'; known are {string.Join(", ", Enum.GetValues<Intent>().Select(Words.Of))}.");
    }

    private static string Tsv(LintReport report) => OutputFormat.Tsv(
        report.Score.ToString(CultureInfo.InvariantCulture), Words.Of(report.Verdict), string.Join("; ", report.Findings));

    private static string Json(LintReport report) => OutputFormat.JsonLine(new
    {
        score = report.Score,
        verdict = Words.Of(report.Verdict),
        headline = report.Headline,
        findings = report.Findings.Select(finding => new
        {
            rule = finding.Rule.Key,
            points = finding.Points,
            start = finding.Start,
            length = finding.Length,
            says = $"{finding.Rule.Says}: {finding.Quote}",
        }),
    });
}
