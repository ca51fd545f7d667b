/** Words for readable names; short, and offending nobody. */
export const adverbs = [
  ..."barely briefly calmly clearly deeply duly early easily evenly fairly finely firmly freely freshly gently gladly".split(
    " ",
  ),
  ..."greatly happily highly jointly keenly kindly largely lightly likely loudly mainly mildly neatly nicely oddly".split(
    " ",
  ),
  ..."openly partly plainly quickly quietly rarely readily really safely sharply simply slowly smoothly softly solely".split(
    " ",
  ),
  ..."steadily strongly surely sweetly swiftly truly usually vastly warmly widely wisely wholly yearly".split(" "),
];

export const adjectives = [
  ..."able active alert amber ample apt blue bold brave brief bright brisk busy calm careful clean clear clever cool".split(
    " ",
  ),
  ..."cosy crisp curious deep eager early easy even fair famous fast fine fit fresh full gentle glad golden good grand".split(
    " ",
  ),
  ..."green happy helpful humble jolly keen kind large light lively loyal lucky merry mild modest neat new nice noble".split(
    " ",
  ),
  ..."patient polite proud quick quiet rapid ready robust sharp shy silver smart smooth solid steady sunny sure swift".split(
    " ",
  ),
  ..."tall tidy tender tough true upbeat vast vivid warm wise witty young".split(" "),
];

export const pets = [
  ..."adder alpaca ant badger bat bear beaver bee bison boar bobcat buck camel cat cheetah cobra cod colt condor coral".split(
    " ",
  ),
  ..."cougar crab crane cricket crow deer dingo dog dolphin dove dragon drake duck eagle eel egret elk emu falcon fawn".split(
    " ",
  ),
  ..."ferret finch flamingo fox frog gazelle gecko gibbon goat goose gull hare hawk heron horse ibex jackal jaguar jay".split(
    " ",
  ),
  ..."kitten kiwi koala lamb lark lemur lion lizard llama lobster lynx magpie mole moose moth mouse mule newt ocelot".split(
    " ",
  ),
  ..."octopus orca oriole osprey otter owl oyster panda parrot pelican penguin pheasant pigeon pony possum puma quail".split(
    " ",
  ),
  ..."rabbit raccoon ram raven robin rooster salmon seal shark sheep shrew skunk sloth snail sparrow spider squid stag".split(
    " ",
  ),
  ..."starling stork swan swift tapir tern tiger toad trout tuna turkey turtle viper walrus wasp weasel whale wolf wombat".split(
    " ",
  ),
  ..."wren yak zebra".split(" "),
];
