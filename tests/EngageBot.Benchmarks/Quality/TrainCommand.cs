using System.CommandLine;
using EngageBot.Benchmarks.Line;
using EngageBot.Language.Encoder;
using EngageBot.Language.Heads;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary><c>train</c>: makes the weights of the heads from labelled mentions, seeds and public sets whose licences allow it.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the public data sets; Labels/README.md says where they come from.", Required = true };
        var mentions = new Option<FileInfo>("--mentions") { Description = "The museum mentions, id and text a line, that Labels/museums.tsv refers to.", Required = true };
        var airlines = new Option<FileInfo?>("--airlines") { Description = "Mentions of airlines that Labels/airlines-dev.tsv refers to, to judge on." };
        var here = new Option<string>("--here") { Description = "The folder that holds Labels and Seeds.", DefaultValueFactory = _ => Sources.Bench };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write the weights; without it they are only judged." };
        var command = new Command("train", "Fits the heads of the reader, judges them on mentions that were held back, and writes their weights.") { data, mentions, airlines, here, output };
        command.SetAction(parsed =>
        {
            var corpus = MentionCorpus.Read(parsed.GetRequiredValue(mentions).FullName, parsed.GetRequiredValue(here));
            var features = new MentionFeatures(SentenceEncoder.Load());
            var (heads, heldBack) = new MentionTrainer(features, corpus, parsed.GetRequiredValue(data).FullName).Fit();
            var measured = Read([.. MentionCorpus.Theatre(parsed.GetRequiredValue(here)), .. MentionCorpus.Brands(parsed.GetRequiredValue(here))], features, heads);
            if (parsed.GetValue(airlines) is { } others)
                measured = measured.Concat(Read(MentionCorpus.Airlines(others.FullName, parsed.GetRequiredValue(here)), features, heads));
            foreach (var line in HeldBackTable.Of([.. heldBack, .. measured], features, heads))
                Console.WriteLine(line);
            if (parsed.GetValue(output) is { } file)
                HeadsFile.Write(heads, file.FullName);
            return 0;
        });
        return command;
    }

    private static IEnumerable<HeldBack> Read(IReadOnlyList<LabelledMention> mentions, MentionFeatures features, HeadSet heads)
    {
        var reader = new IntentHeads(heads, SentenceEncoder.Load());
        return mentions.Select(mention => new HeldBack(mention, mention.Handle, reader.Weigh(features.Look(mention.Text, mention.Handle))));
    }
}
