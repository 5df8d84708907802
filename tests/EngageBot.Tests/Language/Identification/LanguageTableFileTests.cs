using EngageBot.Language.Identification;
using Xunit;

namespace EngageBot.Tests.Language.Identification;

public sealed class LanguageTableFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_table_comes_back_as_it_was_written()
    {
        var table = LanguageTableFile.Read(LanguageTableFile.Shipped);
        LanguageTableFile.Write(table, path);
        Assert.Equal(File.ReadAllBytes(LanguageTableFile.Shipped), File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(0, "is of another kind or version")]
    [InlineData(2_000_000, "is damaged: its checksum is another")]
    public void A_changed_byte_is_noticed(int place, string fault)
    {
        var bytes = File.ReadAllBytes(LanguageTableFile.Shipped);
        bytes[place] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains(fault, Assert.Throws<LanguagesException>(() => LanguageTableFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_says_how_to_get_it_back() =>
        Assert.Contains("make-languages", Assert.Throws<LanguagesException>(() => LanguageTableFile.Read(path)).Message, StringComparison.Ordinal);
}
