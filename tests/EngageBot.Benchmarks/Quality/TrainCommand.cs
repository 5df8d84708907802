using System.CommandLine;
using EngageBot.Language.Encoder;
using EngageBot.Language.Heads;

namespace EngageBot.Benchmarks.Quality;

/// <summary><c>train</c>: makes the weights of the heads from labelled mentions, seeds and public sets whose licences allow it.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the public data sets; Labels/README.md says where they come from.", Required = true };
        var mentions = new Option<FileInfo>("--mentions") { Description = "The museum mentions, id and text a line, that Labels/museums.tsv refers to.", Required = true };
        var here = new Option<string>("--here") { Description = "The folder that holds Labels and Seeds.", DefaultValueFactory = _ => "tests/EngageBot.Benchmarks" };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write the weights; without it they are only judged." };
        var command = new Command("train", "Fits the heads of the reader, judges them on mentions that were held back, and writes their weights.") { data, mentions, here, output };
        command.SetAction(parsed =>
        {
            var corpus = MentionCorpus.Read(parsed.GetRequiredValue(mentions).FullName, parsed.GetRequiredValue(here));
            var features = new MentionFeatures(SentenceEncoder.Load());
            var (heads, heldBack) = new MentionTrainer(features, corpus, parsed.GetRequiredValue(data).FullName).Fit();
            foreach (var line in HeldBackTable.Of(heldBack, features, heads))
                Console.WriteLine(line);
            if (parsed.GetValue(output) is { } file)
                HeadsFile.Write(heads, file.FullName);
            return 0;
        });
        return command;
    }
}
