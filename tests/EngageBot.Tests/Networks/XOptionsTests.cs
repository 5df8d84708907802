using EngageBot.Networks.X;
using Microsoft.Extensions.Options;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class XOptionsTests
{
    [Theory]
    [InlineData("BaseUrl=ftp://x", "X:BaseUrl is 'ftp://x', which is no web address. Leave it out for https://api.x.com.")]
    [InlineData("BaseUrl=http://api.x.com", "X:BaseUrl is 'http://api.x.com': keys are sent to another machine over https only.")]
    [InlineData("Dialect=toot", "X:Dialect is 'toot'; it may be post or tweet.")]
    [InlineData("Transport=pigeon", "X:Transport is 'pigeon'; it may be HttpClient or Tweetinvi.")]
    [InlineData("ConsumerKey=a;ConsumerSecret=b;AccessToken=c", "X:AccessTokenSecret is missing. Generate it in the X developer console")]
    [InlineData("AccessToken=c;AccessTokenSecret=d;ConsumerSecret= ", "X:ConsumerKey is missing. It stands in the X developer console")]
    [InlineData("OAuth2:ClientId=a;OAuth2:AccessToken=b", "X:OAuth2:RefreshToken is missing.")]
    [InlineData("Accounts:0:AccessToken=b", "X:Accounts:0:ConsumerKey is missing.")]
    [InlineData("Accounts:0:ConsumerKey=a;Accounts:0:OAuth2:ClientId=b;Accounts:0:OAuth2:RefreshToken=c", "X:Accounts:0 has OAuth 1.0a keys and an OAuth2 section: leave one of them out.")]
    public void A_wrong_setting_is_named_with_what_to_do(string settings, string expected)
    {
        var trouble = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(trouble.Failures, failure => failure.StartsWith(expected, StringComparison.Ordinal) && !failure.Contains('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("BaseUrl=http://127.0.0.1:8080", false)]
    [InlineData("ConsumerKey=a;ConsumerSecret=b;AccessToken=c;AccessTokenSecret=d", true)]
    [InlineData("ConsumerKey=a;ConsumerSecret=b;Accounts:0:AccessToken=c;Accounts:0:AccessTokenSecret=d", true)]
    [InlineData("OAuth2:ClientId=a;OAuth2:RefreshToken=b;Dialect=Tweet", true)]
    public void Without_any_key_X_is_not_configured(string settings, bool isConfigured) => Assert.Equal(isConfigured, Read(settings).IsConfigured);

    [Fact]
    public void Accounts_of_one_app_share_its_keys()
    {
        var accounts = Read("ConsumerKey=a;ConsumerSecret=b;AccessToken=1;AccessTokenSecret=s;Accounts:1:AccessToken=2;Accounts:1:AccessTokenSecret=s").AllAccounts.ToList();

        Assert.Equal(["a 1", "a 2"], accounts.Select(account => $"{account.ConsumerKey} {account.AccessToken}"));
    }

    private static XOptions Read(string settings)
    {
        var pairs = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => $"X:{pair[0]}", pair => (string?)pair[1]);
        using var services = new ServiceCollection().AddX(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build()).BuildServiceProvider();
        return services.GetRequiredService<IOptions<XOptions>>().Value;
    }
}
