using System.CommandLine;
using System.Globalization;
using EngageBot.Benchmarks.Figures;
using EngageBot.Language.Encoder;
using EngageBot.Language.Search;

namespace EngageBot.Benchmarks.Answers;

/// <summary><c>answers</c>: how well and how quickly answers are found, beside simpler ways.</summary>
internal static class AnswersCommand
{
    public static readonly (string Name, double Aim)[] Sets = [("covidfaq", 0.61), ("deepset_covid", 0.73)];

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The folder with covidfaq and deepset_covid (kb.jsonl, queries.jsonl), and banking77, clinc150 and hwu64.",
            Required = true,
        }.AcceptExistingOnly();
        var fit = new Option<bool>("--fit") { Description = "Fits the weights of Certainty again instead, and prints them." };
        var command = new Command("answers", "Searches real questions among real answers, and times a search among ten thousand.") { data, fit };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(fit))
                Fit(parsed.GetRequiredValue(data));
            else
                Run(parsed.GetRequiredValue(data));
        });
        return command;
    }

    private static void Fit(DirectoryInfo data)
    {
        Console.WriteLine($"by letters: {CertaintyFit.Of(data, null)}");
        Console.WriteLine($"by meaning: {CertaintyFit.Of(data, SentenceEncoder.Load())}");
    }

    private static void Run(DirectoryInfo data)
    {
        var encoder = SentenceEncoder.Load();
        var sets = Sets.Select(set => (Set: QuestionSet.Read(data, set.Name), set.Aim)).ToList();
        var table = new FigureTable();
        Console.WriteLine($"{"",-44}{"P@1",8}{"R@3",8}{"MRR",8}{"none",8}{"given",8}{"right",8}{"wrongly",9}");
        foreach (var (set, aim) in sets)
        {
            Print(set, "majority", Trial.OfMajority(set));
            Print(set, "BM25", Trial.OfWords(set));
            Print(set, "letters alone", Trial.Of(new SearchIndex(set.Entries), set));
            var whole = Trial.Of(new SearchIndex(set.Entries, encoder), set);
            Print(set, "with meaning", whole);
            table.Add($"{set.Name} MRR", whole.Ranks.Reciprocal, "", Aim.AtLeast(aim));
        }
        Console.WriteLine($"none: AUROC against the same questions with their answer taken out; given: answered at {SearchIndex.Sure}, right: of those; wrongly: answered without an answer");
        Pace.Measure(data, encoder, sets[^1].Set.Entries, table);
        table.Print("answers");
    }

    private static void Print(QuestionSet set, string way, Trial trial) => Console.WriteLine(
        $"{$"{set.Name} ({set.Entries.Count}/{set.Questions.Count})",-26}{way,-18}" + string.Concat(
            new double?[] { trial.Ranks.First, trial.Ranks.FirstThree, trial.Ranks.Reciprocal, trial.Separation, trial.Given, trial.GivenRight }.Select(Cell)) + $" {Cell(trial.GivenWithout)}");

    private static string Cell(double? value) => (value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-").PadLeft(8);
}
