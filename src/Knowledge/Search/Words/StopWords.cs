using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Search.Words;

/// <summary>Words that say little about what is asked. They still count a little: "when" and "how" can decide between two articles.</summary>
internal static class StopWords
{
    private static readonly Dictionary<string, HashSet<string>> Words = new()
    {
        ["en"] = Set("""
            a an the is are was were be been am i me my you your we our us it its this that these those he she they them and or but if of
            to in on at for with from by about as can could would should will shall do does did dont not have has had having what when
            where who why how which there here please thanks thank hello hi hey yes no want need wanna like get got any some so just im
            ive ill id isnt doesnt didnt cant wont hows whats tell let know wondering help possible guys one two too also
            """),
        ["pl"] = Set("""
            i w we z ze na do od po za nie jest sa byc mam masz ma mamy moj moja moje mojego mojej mnie mi sie czy co kto gdzie kiedy jak
            dlaczego ile jaki jaka jakie jakim jakich ktory ktora ktore to ten ta te tego tej tym o u dla przez przy bez juz jeszcze tylko
            bardzo prosze dziekuje czesc dzien dobry witam hej tak ale albo lub zeby chce chcialbym chcialabym moge mozna moze mozecie
            macie prosba bo gdy jesli jego jej ich pan pani panstwo u was wam was ja ty cos swoj swoja trzeba powiedziec zrobic robic przyszedl przyszla przyszlo mozliwe jestes jestescie duzy maly dobry zly
            """),
        ["ru"] = Set("""
            я ты вы мы он она оно они меня мне мной вас вам вами нас нам мой моя мое мои моего моей ваш ваша ваше ваши это этот эта эти
            что чтобы кто где когда как почему сколько какой какая какие каком каких и а но или если в во на с со из от до по за у о об
            для без при к ко не нет да ли же бы то так уже еще только очень пожалуйста спасибо здравствуйте привет добрый день вечер
            есть был была было были быть можно могу может можете хочу хотел хотела нужно надо подскажите скажите свой сделать больше
            """),
        ["fa"] = Set("""
            من تو شما ما او آن این آنها اینها را رو از به در با برای بر تا که و یا هم اگر چه چی چیه چطور چطوری چگونه چند چقدر کجا کجاست
            کی چرا آیا است هست هستم هستید هستش بود باشد شد شده شود میشود میشه می نمی نیست دارم دارد دارید داره کنم کنید کند کنیم کرد
            کردم کردن کرده خواهم میخواهم میخوام خوام خواستم باید توانم میتوانم میتونم تونم لطفا سلام ممنون مرسی متشکرم وقت بخیر یک یه
            ها های هایی ای ام ات اش م خود خودم دیگر دیگه هر همه شه
            """),
    };

    public static bool Contains(string normalizedWord, string language) =>
        Words.TryGetValue(language, out var words) && words.Contains(normalizedWord);

    private static HashSet<string> Set(string words) => [.. TextNormalizer.Words(words)];
}
