using System.CommandLine;
using EngageBot.Language.Identification;

namespace EngageBot.Benchmarks.Weights;

/// <summary><c>make-languages</c>: the table of languages, again, from the package it comes from.</summary>
internal static class MakeLanguagesCommand
{
    public static Command Create()
    {
        var lingua = new Argument<FileInfo>("lingua") { Description = "The NuGet package SearchPioneer.Lingua 2.0.0, searchpioneer.lingua.2.0.0.nupkg." }.AcceptExistingOnly();
        var eld = new Argument<FileInfo>("eld") { Description = "The npm package, as 'npm pack eld@2.1.0' leaves it." }.AcceptExistingOnly();
        var output = new Argument<FileInfo>("output") { Description = "The file to write; the same packages always give the same bytes." };
        var command = new Command("make-languages", "Makes the table that tells languages apart from the models of Lingua and eld.") { lingua, eld, output };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(output);
            LanguageTableFile.Write(LanguageTableBuilder.Make(parsed.GetRequiredValue(lingua).FullName, parsed.GetRequiredValue(eld).FullName), file.FullName);
            file.Refresh();
            Console.WriteLine($"{file.Length:N0} bytes");
        });
        return command;
    }
}
