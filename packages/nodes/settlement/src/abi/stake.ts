// Made from contracts/src/Stake.sol by contracts/generate.ts; change the Solidity and run it again.
export const stakeAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token_",
        "type": "address"
      },
      {
        "internalType": "address[]",
        "name": "jurors_",
        "type": "address[]"
      },
      {
        "internalType": "uint256",
        "name": "quorum_",
        "type": "uint256"
      },
      {
        "internalType": "uint40",
        "name": "unbondingDelay_",
        "type": "uint40"
      },
      {
        "internalType": "uint32",
        "name": "proverSharePpm_",
        "type": "uint32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "task",
        "type": "bytes32"
      }
    ],
    "name": "AlreadySlashed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "bonded",
        "type": "uint256"
      }
    ],
    "name": "BondTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "bonded",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "BondTooSmall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "prover",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "requestor",
        "type": "address"
      }
    ],
    "name": "InvalidAward",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "juror",
        "type": "address"
      }
    ],
    "name": "InvalidJuror",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "InvalidProvider",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "juror",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "next",
        "type": "address"
      }
    ],
    "name": "JurorsOutOfOrder",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "juror",
        "type": "address"
      }
    ],
    "name": "NotAJuror",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingArrived",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "NothingAwarded",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "NothingToSlash",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "NothingUnbonding",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "quorum",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "jurors",
        "type": "uint256"
      }
    ],
    "name": "QuorumImpossible",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "signatures",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "quorum",
        "type": "uint256"
      }
    ],
    "name": "QuorumMissing",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "task",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "result",
        "type": "bytes32"
      }
    ],
    "name": "ResultsEqual",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "proverSharePpm",
        "type": "uint32"
      }
    ],
    "name": "ShareTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint40",
        "name": "unbondingDelay",
        "type": "uint40"
      }
    ],
    "name": "UnbondingDelayOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "uint40",
        "name": "withdrawableAt",
        "type": "uint40"
      }
    ],
    "name": "UnbondingTooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "juror",
        "type": "address"
      }
    ],
    "name": "VerdictNotSigned",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "AwardCollected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "bonded",
        "type": "uint256"
      }
    ],
    "name": "Bonded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "task",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "task",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "claimedResult",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "rightResult",
            "type": "bytes32"
          },
          {
            "internalType": "uint96",
            "name": "amount",
            "type": "uint96"
          },
          {
            "internalType": "address",
            "name": "prover",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requestor",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "evidence",
            "type": "string"
          }
        ],
        "indexed": false,
        "internalType": "struct Stake.Verdict",
        "name": "verdict",
        "type": "tuple"
      }
    ],
    "name": "Slashed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Unbonded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint40",
        "name": "withdrawableAt",
        "type": "uint40"
      }
    ],
    "name": "UnbondingRequested",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "name": "awardedTo",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "bond",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "bondOf",
    "outputs": [
      {
        "internalType": "uint96",
        "name": "bonded",
        "type": "uint96"
      },
      {
        "internalType": "uint96",
        "name": "unbonding",
        "type": "uint96"
      },
      {
        "internalType": "uint40",
        "name": "withdrawableAt",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "collectAward",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "task",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "claimedResult",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "rightResult",
            "type": "bytes32"
          },
          {
            "internalType": "uint96",
            "name": "amount",
            "type": "uint96"
          },
          {
            "internalType": "address",
            "name": "prover",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requestor",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "evidence",
            "type": "string"
          }
        ],
        "internalType": "struct Stake.Verdict",
        "name": "verdict",
        "type": "tuple"
      }
    ],
    "name": "hashVerdict",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "name": "isJuror",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "jurors",
    "outputs": [
      {
        "internalType": "address[]",
        "name": "",
        "type": "address[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "proverSharePpm",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "quorum",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint96",
        "name": "amount",
        "type": "uint96"
      }
    ],
    "name": "requestUnbonding",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      }
    ],
    "name": "securedBy",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "task",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "claimedResult",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "rightResult",
            "type": "bytes32"
          },
          {
            "internalType": "uint96",
            "name": "amount",
            "type": "uint96"
          },
          {
            "internalType": "address",
            "name": "prover",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requestor",
            "type": "address"
          },
          {
            "internalType": "string",
            "name": "evidence",
            "type": "string"
          }
        ],
        "internalType": "struct Stake.Verdict",
        "name": "verdict",
        "type": "tuple"
      },
      {
        "internalType": "address[]",
        "name": "signers",
        "type": "address[]"
      },
      {
        "internalType": "bytes[]",
        "name": "signatures",
        "type": "bytes[]"
      }
    ],
    "name": "slash",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "task",
        "type": "bytes32"
      }
    ],
    "name": "slashedBy",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "verdict",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "verdict",
        "type": "bytes32"
      }
    ],
    "name": "takenBy",
    "outputs": [
      {
        "internalType": "uint96",
        "name": "",
        "type": "uint96"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IERC20",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "unbond",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "unbondingDelay",
    "outputs": [
      {
        "internalType": "uint40",
        "name": "",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const stakeBytecode = '0x6101e0806040523461044d576129d5803803809161001d8285610471565b8339810160a08282031261044d578151916001600160a01b038316830361044d5760208101516001600160401b03811161044d5781019282601f8501121561044d578351936001600160401b0385116103d9578460051b93604051956100866020870188610471565b865260208601916020839682010191821161044d57602001915b81831061045157505050604082015160608301519164ffffffffff83169384840361044d57608001519363ffffffff85169081860361044d576040516100e7604082610471565b600f815260208101906e47726973746d696c6c205374616b6560881b825260405191610114604084610471565b600183526020830191603160f81b835261012d816104bc565b6101205261013a846104bc565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526101a360c082610471565b5190206080523060c0528015158061043f575b1561042d5750620f4240811161041b5750600182118061040e575b80610403575b865190156103ed57505f5b8651811015610290576001600160a01b036101fd8289610494565b5116151580610266575b6001600160a01b03610219838a610494565b5116901561025457506001906001600160a01b03610237828a610494565b51165f52600260205260405f208260ff19825416179055016101e2565b631a85d15b60e01b5f5260045260245ffd5b506001600160a01b036102798289610494565b51165f52600260205260ff60405f20541615610207565b508551856001600160401b0382116103d9576801000000000000000082116103d957600354826003558083106103ae575b5060035f5260205f205f5b8381106103915750505050610160526101a052610180526101c0526040516124ad90816105288239608051816122f5015260a051816123b2015260c051816122c6015260e051816123440152610100518161236a0152610120518161088e015261014051816108b701526101605181818161012c015281816102f501528181610c5301528181610e3c0152611e6301526101805181818161021301526107b501526101a0518181816110b301526119d501526101c051818181610d8d01526112790152f35b82516001600160a01b0316818301556020909201916001016102cc565b60035f52828060205f20019103905f5b8281106103cc5750506102c1565b5f828201556001016103be565b634e487b7160e01b5f52604160045260245ffd5b82631787932560e01b5f5260045260245260445ffd5b5085518211156101d7565b50855160011c82116101d1565b63c44ad1bf60e01b5f5260045260245ffd5b6368fc908560e11b5f5260045260245ffd5b506301e133808111156101b6565b5f80fd5b82516001600160a01b038116810361044d578152602092830192016100a0565b601f909101601f19168101906001600160401b038211908210176103d957604052565b80518210156104a85760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b601f8151116104e75760208151910151602082106104d8571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816308ee0280146119f8575080631703a018146119a05780632037a7aa146119385780632808ce6d14610f0e578063362e4f8a14610e8c57806337e8561c14610db15780634821283414610d535780634d3c8cbc14610cfd5780635df6a6bc14610b215780636977175e14610a2157806372d2b6c01461098a57806384b0196e146108585780639799a46414610667578063a515366a146102a6578063cb44a18e14610237578063db7dd35a146101d8578063dd8923e3146101545763fc0c546a146100e2575f80fd5b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261015057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b5f80fd5b346101505760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505760043567ffffffffffffffff8111610150576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610150576101d0602091600401611c9a565b604051908152f35b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261015057602060405164ffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346101505760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505773ffffffffffffffffffffffffffffffffffffffff610283611a57565b165f52600660205260405f206024355f52602052602060405f2054604051908152f35b346101505760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610150576102dd611a57565b6102e5611ea3565b6102ee81611e21565b15610625577f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff811691604051927f70a08231000000000000000000000000000000000000000000000000000000008452306004850152602084602481845afa93841561059c575f946105f1575b50604051927f23b872dd000000000000000000000000000000000000000000000000000000005f52336004523060245260243560445260205f60648180855af19060015f51148216156105d2575b50836040525f606052156105a757826024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa91821561059c575f92610568575b50828211156105405773ffffffffffffffffffffffffffffffffffffffff1691825f52600460205261045a6bffffffffffffffffffffffff60405f2054166104548385611bce565b90611bc1565b916bffffffffffffffffffffffff831161051057916104df6040927f524384adee0b2f52827eebf00ddd616aa286978612393216724d61cdb43dc83594865f526004602052845f206bffffffffffffffffffffffff808616167fffffffffffffffffffffffffffffffffffffffff000000000000000000000000825416179055611bce565b9082519182526020820152a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b82847f55a91d9c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f62af86ad000000000000000000000000000000000000000000000000000000005f5260045ffd5b9091506020813d602011610594575b8161058460209383611bdb565b810103126101505751908361040c565b3d9150610577565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60018215166105e8573b15153d151616856103be565b843d5f823e3d90fd5b9093506020813d60201161061d575b8161060d60209383611bdb565b8101031261015057519284610370565b3d9150610600565b73ffffffffffffffffffffffffffffffffffffffff907f96271599000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346101505760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610150576004356bffffffffffffffffffffffff81169081810361015057335f52600460205260405f20906bffffffffffffffffffffffff825416808411610824575081547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff00000000000000000000000016178155816107ad5764ffffffffff905f5b7fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff7cffffffffff00000000000000000000000000000000000000000000000083549260c01b1691161781555460c01c1660405191825260208201527fb87f05df58fa902f8f940a9a0fa78d31f7fcfb1f87cfbec644f87d9ab4252b5f60403392a2005b64ffffffffff7f00000000000000000000000000000000000000000000000000000000000000001664ffffffffff4216019064ffffffffff82116107f75764ffffffffff9161072a565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b83907f5694f424000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505761092e6108b27f0000000000000000000000000000000000000000000000000000000000000000612258565b6108db7f0000000000000000000000000000000000000000000000000000000000000000612258565b602061093c604051926108ee8385611bdb565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190611acc565b908582036040870152611acc565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061097357505050500390f35b835185528695509381019392810192600101610964565b346101505760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505773ffffffffffffffffffffffffffffffffffffffff6109d6611a57565b165f526004602052606060405f205464ffffffffff604051916bffffffffffffffffffffffff811683526bffffffffffffffffffffffff81851c16602084015260c01c166040820152f35b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610150576040518060206003549283815201809260035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b905f5b818110610af55750505081610a9d910382611bdb565b604051918291602083019060208452518091526040830191905f5b818110610ac6575050500390f35b825173ffffffffffffffffffffffffffffffffffffffff16845285945060209384019390920191600101610ab8565b825473ffffffffffffffffffffffffffffffffffffffff16845260209093019260019283019201610a87565b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261015057610b57611ea3565b335f52600460205260405f208054906bffffffffffffffffffffffff8260601c16908115610cd15764ffffffffff8360c01c16804210610ca257506bffffffffffffffffffffffff610bad838260209616611b97565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161781557fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff81541681557fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff81541690556040518181527fd24dbf5e9299ce53c3aa9f7227ff1cc8441c2faae04509aa370ca3703385d6b4833392a2610c7781337f0000000000000000000000000000000000000000000000000000000000000000611f17565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b7f1af555e8000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b7fbf7babf4000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346101505760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610150576004355f52600760205260206bffffffffffffffffffffffff60405f205416604051908152f35b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261015057602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261015057610de7611ea3565b335f52600560205260405f20548015610e6057602090335f52600582525f60408120556040518181527f2e767039f161e172993df41fef8bb0b9f3cee0348801f136e99a8410af7c6155833392a2610c7781337f0000000000000000000000000000000000000000000000000000000000000000611f17565b7f3fb6401f000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346101505760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505773ffffffffffffffffffffffffffffffffffffffff610ed8611a57565b165f52600460205260206bffffffffffffffffffffffff610f0560405f205482808260601c169116611b97565b16604051908152f35b346101505760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505767ffffffffffffffff60043511610150576004356004016101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc600435360301126101505760243567ffffffffffffffff811161015057610fa3903690600401611a9b565b9060443567ffffffffffffffff811161015057610fc4903690600401611a9b565b929091610fd085611b0f565b926064600435013560446004350135146118fc57610ffa610ff560a460043501611b0f565b611e21565b806118e5575b61100e60a460043501611b0f565b61101c60c460043501611b0f565b911561189d57505061102d86611c9a565b9473ffffffffffffffffffffffffffffffffffffffff85165f52600660205260405f20602460043501355f5260205260405f205415801561185d575b61107b90866024600435013591611b30565b6bffffffffffffffffffffffff611096608460043501611b7e565b1615801561181a575b6110b190866024600435013591611b30565b7f00000000000000000000000000000000000000000000000000000000000000008085101580611811575b156117e257505f5b84811061157b5787878773ffffffffffffffffffffffffffffffffffffffff81165f52600460205260405f20611142611121608460043501611b7e565b845f5260076020526bffffffffffffffffffffffff60405f20541690611b97565b926bffffffffffffffffffffffff8083541694168480821091180280851894146115395773ffffffffffffffffffffffffffffffffffffffff83165f52600660205260405f20602460043501355f526020528060405f20556bffffffffffffffffffffffff8416906bffffffffffffffffffffffff6111c48382865416611b97565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008454161783555f52600760205260405f20906bffffffffffffffffffffffff825416016bffffffffffffffffffffffff81116107f7576bffffffffffffffffffffffff167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161790556bffffffffffffffffffffffff815481811691829160601c16116114eb575b505063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001680830290838204036107f757620f42406112f0910473ffffffffffffffffffffffffffffffffffffffff6112d160a460043501611b0f565b165f52600560205260405f206112e8828254611bc1565b905583611bce565b73ffffffffffffffffffffffffffffffffffffffff61131360c460043501611b0f565b165f52600560205261132a60405f20918254611bc1565b905573ffffffffffffffffffffffffffffffffffffffff6113576040519484865260406020870152611a7a565b1660408401526024600435013560608401526044600435013560808401526064600435013560a0840152608460043501356bffffffffffffffffffffffff81168091036101505760c084015273ffffffffffffffffffffffffffffffffffffffff6113c660a460043501611a7a565b1660e084015273ffffffffffffffffffffffffffffffffffffffff6113ef60c460043501611a7a565b1661010084015260e460043501357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdd600435360301811215610150576004350160246004820135910167ffffffffffffffff82116101505781360381136101505784827fe7096c231e4610a8862568a44ea37bb06ca15b6358777f1ad8befed3ea8944df926101006101206020990152816101408401526101608301375f6101608483010152610160817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f73ffffffffffffffffffffffffffffffffffffffff6024600435013598169601168101030190a3604051908152f35b81547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff1660609190911b77ffffffffffffffffffffffff000000000000000000000000161790558380611270565b73ffffffffffffffffffffffffffffffffffffffff837fea532960000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff6115a361159e838888611e93565b611b0f565b165f52600260205260ff60405f2054166115c161159e838888611e93565b90156117a057508015808115611738575b15611702576115e661159e5f5b8888611e93565b6115f461159e848989611e93565b91156116ba57505061160a61159e828787611e93565b8282101561168d578761162e916116268460051b870187611c49565b929091611fe1565b61163c61159e838888611e93565b901561164b57506001016110e4565b73ffffffffffffffffffffffffffffffffffffffff907f4dcf8581000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b9073ffffffffffffffffffffffffffffffffffffffff80927fe74e9b5f000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82018281116107f75761159e6115e6916115df565b90507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82018281116107f75761159e611772918888611e93565b73ffffffffffffffffffffffffffffffffffffffff8061179661159e868b8b611e93565b16911610906115d2565b73ffffffffffffffffffffffffffffffffffffffff907f6cfcf215000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b907f864a9055000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b508185146110dc565b50855f5260076020526110b16bffffffffffffffffffffffff60405f2054166bffffffffffffffffffffffff611854608460043501611b7e565b1611905061109f565b5073ffffffffffffffffffffffffffffffffffffffff85165f52600660205260405f20602460043501355f5260205261107b8660405f2054149050611069565b9073ffffffffffffffffffffffffffffffffffffffff80927f2f0fb143000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b506118f7610ff560c460043501611b0f565b611000565b7f1897de7f000000000000000000000000000000000000000000000000000000005f52602460043501356004526064600435013560245260445ffd5b346101505760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505773ffffffffffffffffffffffffffffffffffffffff611984611a57565b165f526002602052602060ff60405f2054166040519015158152f35b34610150575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346101505760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101505760209073ffffffffffffffffffffffffffffffffffffffff611a47611a57565b165f526005825260405f20548152f35b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361015057565b359073ffffffffffffffffffffffffffffffffffffffff8216820361015057565b9181601f840112156101505782359167ffffffffffffffff8311610150576020808501948460051b01011161015057565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b3573ffffffffffffffffffffffffffffffffffffffff811681036101505790565b15611b39575050565b73ffffffffffffffffffffffffffffffffffffffff907f7679c921000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b356bffffffffffffffffffffffff811681036101505790565b906bffffffffffffffffffffffff809116911603906bffffffffffffffffffffffff82116107f757565b919082018092116107f757565b919082039182116107f757565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117611c1c57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610150570180359067ffffffffffffffff82116101505760200191813603831361015057565b611ca381611b0f565b611caf60808301611b7e565b91611cbc60a08201611b0f565b92611cc960c08301611b0f565b93611cd760e0840184611c49565b90959067ffffffffffffffff8111611c1c5760405192611d1f601f83017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200185611bdb565b81845260208401973683820111610150578873ffffffffffffffffffffffffffffffffffffffff955f60208689976bffffffffffffffffffffffff9660429f3783010152519020956060604051988560208b019b7f1f1205b4ed96c5aedff5f0d71636314ef1ecc09716ef7161bc9771526f2be3bd8d521660408b01526020810135828b0152604081013560808b0152013560a08901521660c08701521660e0850152166101008301526101208201526101208152611de061014082611bdb565b519020611deb6122af565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b73ffffffffffffffffffffffffffffffffffffffff168015159081611e88575b81611e4a575090565b905073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016141590565b308114159150611e41565b919081101561168d5760051b0190565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c611eef5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615611fc0575b60405215611f7e5750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b906001811516611fd857823b15153d15161690611f73565b503d5f823e3d90fd5b90604084036121dc5783602011610150578235602084013560207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08701106121ab575b601b8160ff1c019060ff82116107f75773ffffffffffffffffffffffffffffffffffffffff8516918215159384612125575b5050505061211c575b813b15159283612072575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f808061206a565b50505050600190565b60209394509161217b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f94604051948594169189859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561059c5773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080612056565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208781030160031b1b16612024565b6121e78484836123d8565b50600481101561222b57159081612208575b501561205f5750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f6121f9565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b60ff811690601f82116122875760405191612274604084611bdb565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163014806123af575b15612317577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526123a960c082611bdb565b51902090565b507f000000000000000000000000000000000000000000000000000000000000000046146122ee565b9060418303612402576123fb9250602081013591604082359201355f1a9061240c565b9192909190565b50505f9160029190565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116124a257906124656020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561059c575f5173ffffffffffffffffffffffffffffffffffffffff81161561249857905f905f90565b505f906001905f90565b5050505f916003919056' as const;
