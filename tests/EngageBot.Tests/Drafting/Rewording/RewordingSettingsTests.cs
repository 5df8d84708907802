using EngageBot.Drafting.Rewording;
using EngageBot.Tests.Cli;
using EngageBot.Tests.Networks;
using Xunit;

namespace EngageBot.Tests.Drafting.Rewording;

public sealed class RewordingSettingsTests
{
    [Theory]
    [InlineData("", "m", "", "Rewording:Endpoint must be the web address")]
    [InlineData("ftp://localhost", "m", "", "Rewording:Endpoint must be the web address")]
    [InlineData("https://me:pass@models.org/v1", "m", "", "Rewording:Endpoint must be the web address")]
    [InlineData("http://models.org/v1", "m", "key", "over https only")]
    [InlineData("http://localhost:11434/v1", " ", "", "Rewording:Model must name")]
    [InlineData("https://models.org/v1", "m", "TOP SECRET\n", "Rewording:ApiKey holds a blank")]
    public void Wrong_settings_are_told_in_a_sentence_without_the_key(string endpoint, string model, string key, string told)
    {
        var checkedAs = new RewordingOptionsValidator().Validate(null, new RewordingOptions { Enabled = true, Endpoint = endpoint, Model = model, ApiKey = key });
        Assert.Contains(told, checkedAs.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("TOP", checkedAs.FailureMessage, StringComparison.Ordinal);
        Assert.True(new RewordingOptionsValidator().Validate(null, new RewordingOptions { Endpoint = endpoint, Model = model, ApiKey = key }).Succeeded);
    }

    [Fact]
    public async Task The_doctor_tells_of_a_model_that_is_shut_off_and_of_Xs_approval()
    {
        await using var model = await ScriptedX.StartAsync(TimeProvider.System);
        model.Answers(503, "");
        var folder = Directory.CreateTempSubdirectory("engagebot-doctor-");
        var done = await EngageBotProgram.RunAsync(
            ["doctor"], environment:
            [
                ("Storage__ConnectionString", $"Data Source={folder.FullName}/doctor.db"), ("Sandbox__Port", "0"),
                ("Rewording__Enabled", "true"), ("Rewording__Endpoint", $"{model.BaseUrl}/v1"), ("Rewording__Model", "small-model"), ("Rewording__ApiKey", RewordingHouse.Key),
            ]);
        folder.Delete(recursive: true);
        Assert.Equal(1, done.ExitCode);
        Assert.Contains($"mend\tThe language model small-model at {model.BaseUrl}/v1 is of no use: it answered with status 503.", done.Output, StringComparison.Ordinal);
        Assert.Contains("X asks for its prior approval", done.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(RewordingHouse.Key, done.Output + done.Errors, StringComparison.Ordinal);
    }
}
