using System.CommandLine;
using System.Globalization;
using EngageBot.Language.Encoder;
using EngageBot.Language.Search;
using EngageBot.Library;

namespace EngageBot.Cli;

/// <summary><c>answers search</c>: which answers of a folder fit each question of a file.</summary>
internal static class AnswersCommand
{
    private const int MostAnswers = 1000;

    public static Command Create() => new("answers", "Looks into a folder of answers.") { Search() };

    private static Command Search()
    {
        var file = new Argument<FileInfo?>("file") { Description = "A question a line; standard input when left out.", DefaultValueFactory = _ => null };
        var library = new Option<string>("--library") { Description = "A folder of Markdown files, an answer each.", DefaultValueFactory = _ => Path.Combine("prompts", "answers") };
        var top = new Option<int>("--top") { Description = "How many answers to name for a question.", DefaultValueFactory = _ => 3 };
        var format = OutputFormat.Option();
        var command = new Command("search", "Prints for each line the answers that fit best, as id and score, or none.") { file, library, top, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var most = parsed.GetValue(top) is var wanted and >= 1 and <= MostAnswers
                ? wanted
                : throw new BadInputException($"--top must lie between 1 and {MostAnswers}.");
            var lines = InputLines.Of(parsed.GetValue(file));
            var entries = Entries(parsed.GetValue(library)!);
            await PrintAsync(lines, entries, most, parsed.GetValue(format) == "json" ? Json : Tsv, cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }

    private static IReadOnlyList<SearchEntry> Entries(string folder)
    {
        try
        {
            return AnswerFolder.Read(folder) is { Count: > 0 } entries ? entries : throw new BadInputException($"There are no Markdown files in {folder}.");
        }
        catch (DirectoryNotFoundException)
        {
            throw new BadInputException($"There is no folder {folder}. --library names the folder with the answers.");
        }
        catch (UnreadableAnswerException unreadable)
        {
            throw new BadInputException(unreadable.Message);
        }
    }

    private static async Task PrintAsync(
        IEnumerable<string> lines, IReadOnlyList<SearchEntry> entries, int most, Func<IReadOnlyList<(string, double)>, string> print, CancellationToken cancellationToken)
    {
        var index = new SearchIndex(entries, SentenceEncoder.Load());
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var warming = Task.Run(() => index.WarmUp(over.Token), CancellationToken.None);
        await using (var output = new StreamWriter(Console.OpenStandardOutput()))
            foreach (var line in lines)
            {
                var hits = index.Search(line, most);
                await output.WriteLineAsync(print(hits is [{ Score: >= SearchIndex.Sure }, ..] ? [.. hits.Select(hit => (entries[hit.Place].Id, hit.Score))] : []));
            }
        await over.CancelAsync();
        await warming;
    }

    private static string Tsv(IReadOnlyList<(string Id, double Score)> answers) => answers.Count == 0
        ? "none"
        : OutputFormat.Tsv(answers.SelectMany(answer => new[] { answer.Id, answer.Score.ToString("0.000", CultureInfo.InvariantCulture) }));

    private static string Json(IReadOnlyList<(string Id, double Score)> answers) =>
        OutputFormat.JsonLine(new { answers = answers.Select(answer => new { id = answer.Id, score = Math.Round(answer.Score, 3) }) });
}
