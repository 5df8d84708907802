using System.Text.Json;
using EngageBot.Language.Search;

namespace EngageBot.Benchmarks.Answers;

/// <summary>Answers to frequent questions, and real questions of which the right answer is known.</summary>
internal sealed record QuestionSet(string Name, IReadOnlyList<SearchEntry> Entries, IReadOnlyList<(string Question, int Right)> Questions)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Reads <c>kb.jsonl</c> and <c>queries.jsonl</c> of a folder.</summary>
    public static QuestionSet Read(DirectoryInfo data, string name)
    {
        var rows = Rows<EntryRow>(data, name, "kb.jsonl").ToList();
        var places = rows.Select((row, place) => (row.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return new QuestionSet(
            name,
            [.. rows.Select(row => new SearchEntry(row.Id, [row.Question], row.Answer))],
            [.. Rows<QueryRow>(data, name, "queries.jsonl").Select(row => (row.Query, places[row.Id]))]);
    }

    private static IEnumerable<T> Rows<T>(DirectoryInfo data, string name, string file) =>
        File.ReadLines(Path.Combine(data.FullName, name, file)).Select(line => JsonSerializer.Deserialize<T>(line, Web)!);

    private sealed record EntryRow(string Id, string Question, string Answer);

    private sealed record QueryRow(string Query, string Id);
}
