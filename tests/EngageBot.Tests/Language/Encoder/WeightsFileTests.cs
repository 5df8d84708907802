using EngageBot.Language.Encoder;
using Xunit;

namespace EngageBot.Tests.Language.Encoder;

public sealed class WeightsFileTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("engagebot-weights-").FullName, "weights.bin");

    private static string Folder => Path.GetDirectoryName(SentenceEncoder.ShippedWeights)!;

    [Fact]
    public void The_shipped_file_is_at_most_8_megabytes() =>
        Assert.InRange(new FileInfo(SentenceEncoder.ShippedWeights).Length, 1, 8_000_000);

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("NOTICE")]
    public void Licence_and_origin_are_shipped_beside_it(string name) =>
        Assert.Contains("Apache License", File.ReadAllText(Path.Combine(Folder, name)), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() => AssertRefused("are missing");

    [Fact]
    public void A_missing_folder_is_no_other_case()
    {
        Directory.Delete(Path.GetDirectoryName(path)!);
        AssertRefused("are missing");
    }

    [Theory]
    [InlineData(0, "are no file of weights")]
    [InlineData(40, "are no file of weights")]
    [InlineData(64, "are cut off")]
    [InlineData(5_000_000, "are cut off")]
    public void A_file_that_ends_too_soon_is_refused(int length, string fault)
    {
        File.WriteAllBytes(path, Shipped()[..length]);
        AssertRefused(fault);
    }

    [Theory]
    [InlineData(0, "are no file of weights")]
    [InlineData(8, "are of version")]
    [InlineData(20, "are damaged")]
    [InlineData(64, "are damaged")]
    [InlineData(6_000_000, "are damaged")]
    public void A_file_with_one_changed_bit_is_refused(int place, string fault)
    {
        var bytes = Shipped();
        bytes[place] ^= 4;
        File.WriteAllBytes(path, bytes);
        AssertRefused(fault);
    }

    [Fact]
    public void A_file_that_goes_on_behind_its_end_is_refused()
    {
        File.WriteAllBytes(path, [.. Shipped(), 0]);
        AssertRefused("are not as long as they say");
    }

    public void Dispose()
    {
        if (Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static byte[] Shipped() => File.ReadAllBytes(SentenceEncoder.ShippedWeights);

    private void AssertRefused(string fault)
    {
        var refusal = Assert.Throws<WeightsException>(() => SentenceEncoder.Load(path));
        Assert.StartsWith($"The encoder's weights {path} {fault}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("make-encoder", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }
}
